package org.prairieml.activations.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An expression with start values for its free names.
 *
 * @param expression the tree
 * @param starts a number for each free name, in order of their first appearance
 */
public record Formula(Expression expression, Map<String, Double> starts) {

  /** What a free name starts from unless the formula says otherwise. */
  public static final double DEFAULT_START = 1;

  /** Copies the start values. */
  public Formula {
    starts = Collections.unmodifiableMap(new LinkedHashMap<>(starts));
  }

  /** Returns a formula whose free names start from {@link #DEFAULT_START}. */
  public static Formula of(Expression expression) {
    return of(expression, Map.of());
  }

  /** Returns a formula whose free names start from given numbers, or {@link #DEFAULT_START}. */
  public static Formula of(Expression expression, Map<String, Double> given) {
    Map<String, Double> starts = new LinkedHashMap<>();
    for (String name : expression.parameters()) {
      starts.put(name, given.getOrDefault(name, DEFAULT_START));
    }
    return new Formula(expression, starts);
  }

  /**
   * Reads a formula: an expression, and start values after {@code with} where they are not 1.
   *
   * @throws ExpressionException if it is none
   */
  public static Formula parse(String text) {
    return ExpressionParser.formula(text);
  }

  /** Returns the formula with its expression in canonical form. */
  public Formula canonical() {
    return of(Canonical.of(expression), starts);
  }

  /** Returns the formula in infix notation, with the start values that are not 1. */
  @Override
  public String toString() {
    return InfixPrinter.print(expression) + withClause();
  }

  /** Returns the formula in prefix notation, with the start values that are not 1. */
  public String toPrefix() {
    return PrefixPrinter.print(expression) + withClause();
  }

  private String withClause() {
    String clause =
        starts.entrySet().stream()
            .filter(start -> start.getValue() != DEFAULT_START)
            .map(start -> start.getKey() + " = " + NumberText.of(start.getValue()))
            .collect(Collectors.joining(", "));
    return clause.isEmpty() ? "" : " with " + clause;
  }
}
