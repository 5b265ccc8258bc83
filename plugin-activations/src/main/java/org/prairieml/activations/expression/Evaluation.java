package org.prairieml.activations.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Values of expressions in float64, by the reference evaluator. */
public final class Evaluation {

  private Evaluation() {}

  /** Returns a formula's values at points, with the start values for its free names. */
  public static double[] values(Formula formula, double... points) {
    Program.Builder builder = Program.builder("expression");
    Tensor x = builder.input("x", Shape.of(points.length));
    Map<String, Tensor> starts = new LinkedHashMap<>();
    formula.starts().forEach((name, start) -> starts.put(name, Tensor.of(start)));
    Tensor y = ExpressionGraph.of(formula.expression(), x, starts::get);
    return new ReferenceEvaluator(builder.output("y", y).build())
        .set("x", points)
        .run()
        .get("y")
        .values();
  }

  /** Returns the value of an expression without variable and free names. */
  static double constant(Expression expression) {
    Tensor y = ExpressionGraph.of(expression, Tensor.of(0), _ -> null);
    NdArray value =
        new ReferenceEvaluator(Program.builder("constant").output("y", y).build()).run().get("y");
    return value.values()[0];
  }
}
