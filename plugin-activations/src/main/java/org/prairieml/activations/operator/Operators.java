package org.prairieml.activations.operator;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All operators, by name. */
public final class Operators {

  /** Derivatives of the Bessel functions have orders above those of the table. */
  private static final Pattern BESSEL = Pattern.compile("bessel_i(\\d{1,3})e");

  private static final List<Operator> ALL =
      Stream.of(ElementaryOperators.ALL, ActivationOperators.ALL, CombiningOperators.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Operator> BY_NAME = byName();

  private Operators() {}

  private static Map<String, Operator> byName() {
    Map<String, Operator> byName = new LinkedHashMap<>();
    for (Operator operator : ALL) {
      for (String name : operator.names()) {
        if (byName.put(name, operator) != null) {
          throw new IllegalStateException("Two operators are called '" + name + "'.");
        }
      }
    }
    return byName;
  }

  /** Returns the operators of the tables. */
  public static List<Operator> all() {
    return ALL;
  }

  /** Returns the operators on a list, in the order of the tables. */
  public static List<Operator> in(String list) {
    return ALL.stream().filter(operator -> operator.tags().contains(list)).toList();
  }

  /** Returns all names and aliases. */
  public static Collection<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  /** Returns the operator of a name or alias. */
  public static Optional<Operator> find(String name) {
    Operator known = BY_NAME.get(name);
    return known != null ? Optional.of(known) : bessel(name);
  }

  /**
   * Returns the operator of a name or alias.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Operator get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("No operator '" + name + "'."));
  }

  private static Optional<Operator> bessel(String name) {
    Matcher matcher = BESSEL.matcher(name);
    if (!matcher.matches() || matcher.group(1).startsWith("0")) {
      return Optional.empty();
    }
    int order = Integer.parseInt(matcher.group(1));
    return Optional.of(
        Operator.unary(name, "e^-|x| I_" + order + "(x)", x -> x.scaledBessel(order)));
  }
}
