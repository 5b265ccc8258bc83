package org.prairieml.activations.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.prairieml.graph.Tensor;

/**
 * A named function of one or more operands, of which expressions are composed.
 *
 * <p>The graph is the definition: values, derivatives, kernels and code in other languages come
 * from it.
 *
 * @param name the name in expressions: lower-case words joined by underscores
 * @param aliases other names under which it is understood
 * @param least the least number of operands
 * @param most the largest number of operands
 * @param graph what it computes, from operands of one shape or that broadcast
 * @param formula what it is, in words or as a formula
 * @param tex the formula in TeX: {@code #1}, {@code #2} stand for operands, {@code @1} for one in
 *     parentheses unless it is a single sign, {@code #*} for all with commas
 * @param facts what is known of it; of several operands, as {@link CombiningOperators} says
 * @param source the publication that it follows, or an empty text
 * @param tags the lists that it is part of: {@code pangaea}, {@code cafe}, {@code baseline}
 */
public record Operator(
    String name,
    List<String> aliases,
    int least,
    int most,
    Function<List<Tensor>, Tensor> graph,
    String formula,
    String tex,
    Optional<Facts> facts,
    String source,
    List<String> tags) {

  /** Returns an operator of one operand. */
  static Operator unary(String name, String formula, UnaryOperator<Tensor> graph) {
    return of(name, 1, 1, formula, operands -> graph.apply(operands.getFirst()));
  }

  /** Returns an operator of two operands. */
  static Operator binary(String name, String formula, BinaryOperator<Tensor> graph) {
    return of(name, 2, 2, formula, operands -> graph.apply(operands.get(0), operands.get(1)));
  }

  /** Returns an operator that folds any number of operands from the left. */
  static Operator fold(String name, int least, String formula, BinaryOperator<Tensor> graph) {
    return of(
        name,
        least,
        Integer.MAX_VALUE,
        formula,
        operands -> operands.stream().reduce(graph).orElseThrow());
  }

  /** Returns an operator of some number of operands. */
  static Operator of(
      String name, int least, int most, String formula, Function<List<Tensor>, Tensor> graph) {
    String tex = "\\operatorname{" + name.replace("_", "\\_") + "}\\left(#*\\right)";
    return new Operator(
        name, List.of(), least, most, graph, formula, tex, Optional.empty(), "", List.of());
  }

  Operator alias(String... others) {
    return new Operator(
        name, List.of(others), least, most, graph, formula, tex, facts, source, tags);
  }

  Operator tex(String template) {
    return new Operator(name, aliases, least, most, graph, formula, template, facts, source, tags);
  }

  Operator facts(
      Interval domain,
      Interval range,
      Facts.Parity parity,
      Facts.Monotonicity monotonicity,
      double atMinusInfinity,
      double atZero,
      double atInfinity) {
    Facts known =
        new Facts(domain, range, parity, monotonicity, atMinusInfinity, atZero, atInfinity);
    return new Operator(
        name, aliases, least, most, graph, formula, tex, Optional.of(known), source, tags);
  }

  Operator after(String publication) {
    return new Operator(name, aliases, least, most, graph, formula, tex, facts, publication, tags);
  }

  Operator in(String... lists) {
    return new Operator(
        name, aliases, least, most, graph, formula, tex, facts, source, List.of(lists));
  }

  /** Returns the name and the aliases. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(aliases);
    return names;
  }

  /** Returns whether it takes this number of operands. */
  public boolean takes(int operands) {
    return operands >= least && operands <= most;
  }

  /** Operators are told apart by name alone. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Operator operator && operator.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
