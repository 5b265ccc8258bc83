package org.prairieml.benchmarks.kernel;

import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Measures the product of two matrices, as they are or transposed. */
public class MatrixProductBenchmark extends KernelBenchmark {

  /** The result's rows, the length of the sums, the result's columns. */
  @Param({"100x40x100", "128x200x200", "1024x1024x1024"})
  public String size;

  /** The factor that is stored transposed. */
  @Param({"none", "first", "second"})
  public String transposed;

  /** Creates the state. */
  public MatrixProductBenchmark() {}

  @Override
  protected Program program() {
    int[] sizes = Stream.of(size.split("x")).mapToInt(Integer::parseInt).toArray();
    boolean first = transposed.equals("first");
    boolean second = transposed.equals("second");
    Program.Builder builder = Program.builder("product " + size);
    Tensor a = builder.input("a", matrix(sizes[0], sizes[1], first));
    Tensor b = builder.input("b", matrix(sizes[1], sizes[2], second));
    return builder.output("c", a.matmul(b, first, second)).build();
  }

  private static Shape matrix(int rows, int columns, boolean transposed) {
    return transposed ? Shape.of(columns, rows) : Shape.of(rows, columns);
  }
}
