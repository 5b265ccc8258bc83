package org.prairieml.benchmarks.kernel;

import org.openjdk.jmh.annotations.Param;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Measures one elementwise function of 65,536 numbers. */
public class ElementwiseBenchmark extends KernelBenchmark {

  /** The function. */
  @Param({"exp", "sin", "tanh", "erf", "sigmoid"})
  public String function;

  /** Creates the state. */
  public ElementwiseBenchmark() {}

  @Override
  protected Program program() {
    Program.Builder builder = Program.builder(function);
    return builder.output("y", apply(builder.input("x", Shape.of(1 << 16)))).build();
  }

  private Tensor apply(Tensor x) {
    return switch (function) {
      case "exp" -> x.exp();
      case "sin" -> x.sin();
      case "tanh" -> x.tanh();
      case "erf" -> x.erf();
      case "sigmoid" -> x.sigmoid();
      default -> throw new IllegalArgumentException(function);
    };
  }
}
