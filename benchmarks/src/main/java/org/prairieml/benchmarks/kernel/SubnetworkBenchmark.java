package org.prairieml.benchmarks.kernel;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Measures a learned activation 1-50-1 on 10,000 numbers, {@code sin(x u + c) v}: 500,000 sines
 * between two products whose inner or outer dimension is 1.
 */
public class SubnetworkBenchmark extends KernelBenchmark {

  private static final int NUMBERS = 10_000;
  private static final int HIDDEN = 50;

  /** The result, or the gradients of its mean square towards x, u, c and v. */
  @Param({"forward", "gradients"})
  public String pass;

  /** Creates the state. */
  public SubnetworkBenchmark() {}

  @Override
  protected Program program() {
    Program.Builder builder = Program.builder("sub-network, " + pass);
    Tensor x = builder.input("x", Shape.of(NUMBERS, 1));
    Tensor u = builder.input("u", Shape.of(1, HIDDEN));
    Tensor c = builder.input("c", Shape.of(HIDDEN));
    Tensor v = builder.input("v", Shape.of(HIDDEN, 1));
    Tensor y = x.matmul(u).add(c).sin().matmul(v);
    if (pass.equals("forward")) {
      return builder.output("y", y).build();
    }
    List<Tensor> gradients = Gradients.of(Formulas.meanAll(y.square()), List.of(x, u, c, v));
    for (int i = 0; i < gradients.size(); i++) {
      builder.output("gradient" + i, gradients.get(i));
    }
    return builder.build();
  }
}
