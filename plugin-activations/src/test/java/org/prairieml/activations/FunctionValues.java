package org.prairieml.activations;

import java.util.SplittableRandom;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * A function with start values for its parameters, and its derivatives, at points.
 *
 * @param f values
 * @param df first derivatives
 * @param d2f second derivatives
 */
public record FunctionValues(double[] f, double[] df, double[] d2f) {

  /** Evaluates a function at points. */
  public static FunctionValues of(Configured<Activation> function, double... points) {
    Program.Builder builder = Program.builder("function");
    Tensor x = builder.input("x", Shape.of(points.length));
    Tensor f = function.service().apply(x, function.options(), startValues());
    Tensor df = Gradients.of(f.sumAll(), x);
    Tensor d2f = Gradients.of(df.sumAll(), x);
    ReferenceEvaluator program =
        new ReferenceEvaluator(builder.output("f", f).output("df", df).output("d2f", d2f).build())
            .set("x", points)
            .run();
    return new FunctionValues(
        program.get("f").values(), program.get("df").values(), program.get("d2f").values());
  }

  /** Parameters have their start values. */
  private static ParameterScope startValues() {
    return ParameterScope.of(
        spec -> Tensor.of(spec.initial().sample(spec.shape(), new SplittableRandom(0))));
  }
}
