package org.prairieml.benchmarks.kernel;

import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Measures twelve cheap operations in a row on 1,048,576 numbers: fused, memory is passed once
 * instead of twelve times.
 */
public class FusedChainBenchmark extends KernelBenchmark {

  /** Creates the state. */
  public FusedChainBenchmark() {}

  @Override
  protected Program program() {
    Program.Builder builder = Program.builder("chain");
    Tensor x = builder.input("x", Shape.of(1 << 20));
    Tensor first = x.mul(1.5).add(0.25).max(x).sub(0.125).abs().min(x.add(3));
    Tensor second = first.mul(x).sub(first).square().add(1).sqrt();
    return builder.output("y", second).build();
  }
}
