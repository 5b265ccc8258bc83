package org.prairieml.activations.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.ExpressionGraph;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.WrittenActivation;
import org.prairieml.activations.learnable.Scope;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * A published formula with constants. They are options, and may be learned from there: then they
 * are parameters of the network.
 */
final class FormulaActivation implements WrittenActivation {

  private final String name;
  private final String summary;
  private final String source;
  private final Expression expression;
  private final Map<String, Option<Double>> constants;
  private final Option<Boolean> learn;
  private final Option<Scope> scope;
  private final List<String> tags;

  /**
   * Creates an activation.
   *
   * @param formula the formula; its free names become options with its start values as defaults
   * @param range what values the constants take
   * @param learned whether they are learned unless the option says otherwise
   * @param scope what has constants of its own unless the option says otherwise
   */
  FormulaActivation(
      String name,
      String summary,
      String source,
      Formula formula,
      RealRange range,
      boolean learned,
      Scope scope) {
    this.name = name;
    this.summary = summary;
    this.source = source;
    this.expression = formula.expression();
    this.constants = new LinkedHashMap<>();
    formula
        .starts()
        .forEach((constant, start) ->
            constants.put(
                constant,
                Option.real(
                    constant, range, start, "The formula's constant, or where it starts.")));
    this.learn = Option.flag("learn", learned, "Whether the constants are learned.");
    this.scope = Scope.option(scope);
    this.tags = List.of(learned ? "parametric" : "fixed");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<Option<?>> options() {
    List<Option<?>> options = new ArrayList<>(constants.values());
    options.add(learn);
    options.add(scope);
    return options;
  }

  @Override
  public List<String> tags() {
    return tags;
  }

  @Override
  public Formula formula(Options options) {
    if (!options.get(learn)) {
      return Formula.of(
          expression.rewrite(node ->
              node instanceof Expression.Parameter parameter
                  ? new Expression.Number(value(parameter.name(), options))
                  : node));
    }
    Map<String, Double> starts = new LinkedHashMap<>();
    constants.keySet().forEach(constant -> starts.put(constant, value(constant, options)));
    return Formula.of(expression, starts);
  }

  private double value(String constant, Options options) {
    return options.get(constants.get(constant));
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    Formula formula = formula(options);
    return ExpressionGraph.of(
        formula.expression(),
        preactivation,
        constant ->
            options
                .get(scope)
                .constant(parameters, constant, preactivation, formula.starts().get(constant)));
  }
}
