package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip, unpacked where no other Java can run it: its modules are in its own Java alone. */
class ZipIT {

  @TempDir private static Path folder;
  private static Path home;
  private static Path launcher;

  @BeforeAll
  static void unpack() throws IOException {
    assumeThat(Unpacked.ZIP).as("built without -Dimage.skip, on Linux").exists();
    home = Unpacked.into(Files.createDirectory(folder.resolve("anywhere else")));
    launcher = home.resolve("bin").resolve("prairie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--version", "--help", "activations list", "layers show dense", "experiments"})
  void whatComputesNothingPrintsNothingOnStandardError(String command)
      throws IOException, InterruptedException {
    Bare run = Bare.run(folder, launcher, Map.of(), command.split(" "));
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).isNotBlank();
  }

  @Test
  void trainsAndComputesOnTheVectorEngine() throws IOException, InterruptedException {
    Bare run =
        Bare.run(
            folder,
            launcher,
            Map.of(),
            "run mnist1d-mlp --quiet --out run --set trainer.epochs=1 --set networks=2".split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(Files.readString(folder.resolve("run/result.json"))).contains("test_accuracy");
    assertThat(Files.readString(folder.resolve("run/experiment.yaml"))).contains("vector");
  }

  /**
   * Else a start would be slower, and nobody would be told: 13 to 41 classes were measured, of
   * 2,100.
   */
  @ParameterizedTest
  @CsvSource({
    "classes.jsa, activations list",
    "quick.jsa, activations list",
    "vector.jsa, activations show tanh"
  })
  void classesOfAStartComeFromTheArchive(String archive, String command)
      throws IOException, InterruptedException {
    Path file = Path.of("runtime", "lib", "server", archive);
    Bare run =
        Bare.run(
            home,
            launcher,
            Map.of(
                "PRAIRIE_JAVA_OPTS", "-Xshare:on -Xlog:class+load -XX:SharedArchiveFile=" + file),
            command.split(" "));
    assertThat(run.exitCode()).isZero();
    assertThat(run.output().lines())
        .as("loaded from elsewhere")
        .filteredOn(line -> line.contains("source: jrt:/") || line.contains("source: file:/"))
        .hasSizeLessThan(100);
    assertThat(run.output())
        .containsPattern("picocli.CommandLine source: shared objects file")
        .containsPattern("activations.catalog.FormulaActivation source: shared objects file");
  }

  /** What would be printed where the archive does not fit is not for users. */
  @Test
  void startsInSilenceWhereJavaIsGivenOtherOptions() throws IOException, InterruptedException {
    Bare run =
        Bare.run(
            folder,
            launcher,
            Map.of("JDK_JAVA_OPTIONS", "--add-modules java.sql"),
            "layers",
            "list",
            "--json");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).startsWith("{");
  }

  @Test
  void entriesTellNoTime() throws IOException {
    try (ZipFile zip = new ZipFile(Unpacked.ZIP.toFile())) {
      assertThat(times(zip)).hasSize(1);
    }
    try (ZipFile plugin = new ZipFile(plugin().toFile())) {
      assertThat(times(plugin)).hasSize(1);
    }
  }

  private static Set<FileTime> times(ZipFile zip) {
    return Collections.list(zip.entries()).stream()
        .map(ZipEntry::getLastModifiedTime)
        .collect(Collectors.toSet());
  }

  private static Path plugin() throws IOException {
    try (var plugins = Files.list(home.resolve("plugins"))) {
      return plugins.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void everyLibraryHasALicense() throws IOException {
    List<String> libraries;
    try (var jars = Files.list(Launched.HOME.resolve("lib"))) {
      libraries =
          jars.map(jar -> jar.getFileName().toString())
              .filter(jar -> !jar.startsWith("platform-"))
              .map(jar -> jar.replaceFirst("-\\d.*", ""))
              .toList();
    }
    assertThat(libraries)
        .isNotEmpty()
        .allSatisfy(library -> assertThat(licenses(library)).as(library).isNotEmpty());
    assertThat(home.resolve("runtime/legal/java.base/LICENSE")).isNotEmptyFile();
  }

  private static List<Path> licenses(String library) throws IOException {
    Path texts = home.resolve("licenses").resolve(library);
    if (!Files.isDirectory(texts)) {
      return List.of();
    }
    try (var walk = Files.walk(texts)) {
      return walk.filter(file -> file.getFileName().toString().startsWith("LICENSE"))
          .filter(file -> file.toFile().length() > 0)
          .toList();
    }
  }
}
