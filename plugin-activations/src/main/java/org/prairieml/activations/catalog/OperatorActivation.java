package org.prairieml.activations.catalog;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.WrittenActivation;
import org.prairieml.activations.operator.Facts;
import org.prairieml.activations.operator.Operator;
import org.prairieml.api.Options;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * An operator of one operand as an activation without options.
 *
 * @param name the service's name
 * @param operator the operator
 */
record OperatorActivation(String name, Operator operator) implements WrittenActivation {

  @Override
  public String summary() {
    Facts facts = operator.facts().orElseThrow();
    return operator.formula()
        + (Double.isNaN(facts.atMinusInfinity()) ? "; not a number at negative infinity" : "");
  }

  @Override
  public String source() {
    return operator.source();
  }

  @Override
  public List<String> tags() {
    List<String> tags = new ArrayList<>(List.of("fixed"));
    tags.addAll(operator.tags());
    Facts facts = operator.facts().orElseThrow();
    if (facts.monotonicity() == Facts.Monotonicity.INCREASING) {
      tags.add("increasing");
    }
    if (Double.isFinite(facts.range().low()) && Double.isFinite(facts.range().high())) {
      tags.add("bounded");
    }
    return List.copyOf(tags);
  }

  @Override
  public Formula formula(Options options) {
    return Formula.of(new Expression.Application(operator, List.of(Expression.X)));
  }

  @Override
  public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
    return operator.graph().apply(List.of(preactivation));
  }
}
