package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.activations.operator.Operator;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * All functions {@code binary(unary(x), unary(x))} of some operators (a core unit in CAFE's terms;
 * Act-Bench is those of PANGAEA's 27 unary and 7 binary operators).
 *
 * <p>Every unary operator is evaluated once, and every binary one on pairs of these values.
 *
 * @param unary operators of one operand
 * @param binary operators of two operands
 */
public record CoreUnits(List<Operator> unary, List<Operator> binary) {

  /** Copies the lists. */
  public CoreUnits {
    unary = List.copyOf(unary);
    binary = List.copyOf(binary);
  }

  /** Returns the number of functions. */
  public int count() {
    return binary.size() * unary.size() * unary.size();
  }

  /** Returns those functions that differ in behavior. */
  public Behaviors distinct() {
    double[] inputs = Behavior.inputs();
    List<double[]> inner = new ArrayList<>();
    unary.forEach(
        operator -> inner.add(evaluator(operator, 1).set("0", inputs).run().get("y").values()));
    Behaviors behaviors = new Behaviors();
    for (Operator operator : binary) {
      ReferenceEvaluator evaluator = evaluator(operator, 2);
      for (int i = 0; i < unary.size(); i++) {
        evaluator.set("0", inner.get(i));
        for (int j = 0; j < unary.size(); j++) {
          double[] values = evaluator.set("1", inner.get(j)).run().get("y").values();
          behaviors.add(function(operator, i, j), Behavior.ofValues(values));
        }
      }
    }
    return behaviors;
  }

  private Expression function(Operator operator, int i, int j) {
    return new Expression.Application(operator, List.of(leaf(i), leaf(j)));
  }

  private Expression leaf(int index) {
    return new Expression.Application(unary.get(index), List.of(Expression.X));
  }

  private static ReferenceEvaluator evaluator(Operator operator, int operands) {
    Program.Builder builder = Program.builder(operator.name());
    List<Tensor> inputs = new ArrayList<>();
    for (int i = 0; i < operands; i++) {
      inputs.add(builder.input(Integer.toString(i), Shape.of(Behavior.inputs().length)));
    }
    return new ReferenceEvaluator(builder.output("y", operator.graph().apply(inputs)).build());
  }
}
