package org.prairieml.benchmarks.kernel;

import org.openjdk.jmh.annotations.Param;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Measures a reduction of a 1024 x 1024 matrix along its rows or its columns. */
public class ReductionBenchmark extends KernelBenchmark {

  /** What the elements are reduced to. */
  @Param({"sum", "max"})
  public String reduction;

  /** What becomes one number: each row or each column. */
  @Param({"rows", "columns"})
  public String along;

  /** Creates the state. */
  public ReductionBenchmark() {}

  @Override
  protected Program program() {
    Program.Builder builder = Program.builder(reduction + " along " + along);
    Tensor x = builder.input("x", Shape.of(1024, 1024));
    int axis = along.equals("rows") ? 1 : 0;
    return builder.output("y", reduction.equals("sum") ? x.sum(axis) : x.max(axis)).build();
  }
}
