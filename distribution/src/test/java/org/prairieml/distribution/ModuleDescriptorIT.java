package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the module descriptors as text, so that a change of architecture shows in a diff. */
class ModuleDescriptorIT {

  private static final Path EXPECTED = Path.of("src", "test", "resources", "modules");
  private static final Path FOUND = Path.of("target", "modules");

  static Stream<ModuleDescriptor> prairieModules() {
    return ModuleFinder.of(Launched.HOME.resolve("lib"), Launched.HOME.resolve("plugins"))
        .findAll()
        .stream()
        .map(ModuleReference::descriptor)
        .filter(module -> module.name().startsWith("org.prairieml."));
  }

  @ParameterizedTest
  @MethodSource("prairieModules")
  void descriptorIsAsExpected(ModuleDescriptor module) throws IOException {
    String file = module.name() + ".expected.txt";
    Files.createDirectories(FOUND);
    Files.writeString(FOUND.resolve(file), describe(module));

    Path expected = EXPECTED.resolve(file);
    assertThat(Files.exists(expected) ? Files.readString(expected) : "")
        .as("If the change is meant: (cd distribution && cp %s/* %s)", FOUND, EXPECTED)
        .isEqualTo(Files.readString(FOUND.resolve(file)));
  }

  private static String describe(ModuleDescriptor module) {
    return Stream.of(
            List.of("module " + module.name()),
            lines("exports", module.exports(), e -> e.source() + list(" to ", e.targets())),
            lines("opens", module.opens(), o -> o.source() + list(" to ", o.targets())),
            lines("provides", module.provides(), p -> p.service() + list(" with ", p.providers())),
            lines("requires", module.requires(), r -> modifiers(r) + r.name()),
            lines("uses", module.uses(), service -> service))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static <T> List<String> lines(
      String keyword, Collection<T> items, Function<T, String> text) {
    return items.stream().map(item -> keyword + " " + text.apply(item)).sorted().toList();
  }

  private static String list(String keyword, Collection<String> names) {
    return names.isEmpty()
        ? ""
        : keyword + names.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String modifiers(ModuleDescriptor.Requires requires) {
    return requires.modifiers().stream()
        .sorted()
        .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
        .collect(Collectors.joining());
  }
}
