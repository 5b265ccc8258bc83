package org.prairieml.host.bench;

import java.util.Map;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * One product of two square matrices.
 *
 * @param n the number of rows and columns
 */
record MatrixProductWorkload(int n) implements Workload {

  @Override
  public String name() {
    return "gemm";
  }

  @Override
  public String describe() {
    return "the product of two matrices %d x %d".formatted(n, n);
  }

  @Override
  public BenchStep prepare(Engine engine, CompileSettings settings) {
    Shape square = Shape.of(n, n);
    Program.Builder builder = Program.builder("matrix product");
    Tensor product = builder.input("a", square).matmul(builder.input("b", square));
    Program program = builder.output("product", product).build();
    return new ProgramStep(
        engine.compile(program, settings),
        "product",
        () ->
            Map.of(
                "a", BenchData.normal("gemm/a", square), "b", BenchData.normal("gemm/b", square)));
  }
}
