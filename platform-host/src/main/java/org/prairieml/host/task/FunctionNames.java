package org.prairieml.host.task;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionReader;
import org.prairieml.api.ServiceNotation;
import org.prairieml.api.Services;
import org.prairieml.api.network.Activation;

/** What tables and figures call activation functions. */
final class FunctionNames {

  private FunctionNames() {}

  /**
   * Returns a name for every function, no two alike: where several would have the same, all but the
   * first get a number, {@code neurons.kind1 (2)}.
   *
   * @param services where the services that are defaults of options are found
   */
  static List<String> of(List<? extends Configured<Activation>> functions, Services services) {
    List<String> names = new ArrayList<>();
    for (Configured<Activation> function : functions) {
      String name = name(function, services);
      String free = name;
      for (int number = 2; names.contains(free); number++) {
        free = "%s (%d)".formatted(name, number);
      }
      names.add(free);
    }
    return List.copyOf(names);
  }

  /**
   * Returns the label that a function's options give it, the formula that it is, or its name and
   * the options that are not the defaults.
   */
  private static String name(Configured<Activation> function, Services services) {
    return function
        .service()
        .label(function.options())
        .orElseGet(() -> description(function, services));
  }

  private static String description(Configured<Activation> function, Services services) {
    Map<String, Object> defaults = defaults(function.service(), services);
    Map<String, Object> changed = new LinkedHashMap<>(function.options().toPlain());
    changed.entrySet().removeAll(defaults.entrySet());
    return function.service() instanceof ServiceNotation
        ? changed.values().stream().map(Object::toString).collect(joining(", "))
        : Stream.concat(
                Stream.of(function.reference()),
                changed.entrySet().stream().map(Map.Entry::toString))
            .collect(joining(" "));
  }

  private static Map<String, Object> defaults(Activation activation, Services services) {
    List<Option<?>> optional =
        activation.options().stream().filter(option -> !option.isRequired()).toList();
    return OptionReader.of("defaults", services).options(optional, Map.of()).toPlain();
  }
}
