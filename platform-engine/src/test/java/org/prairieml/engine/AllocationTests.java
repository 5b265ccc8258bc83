package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.tier.TierChoice;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A run after the first makes no array for a tensor.
 *
 * <p>Here with plain loops only: code of vectors makes an object per vector until the just-in-time
 * compiler has removed them, and when that is depends on the machine.
 */
@Tag("plain")
class AllocationTests {

  private static final int SIZE = 256;
  private static final int RUNS = 3;

  @ParameterizedTest
  @EnumSource
  void aStepMakesNoArrays(Precision precision) {
    assumeTrue(TierChoice.PRESENT == TierChoice.INTERPRETED, "runs without code of vectors");
    double[] x = new double[SIZE * SIZE];
    double[] rows = new double[SIZE];
    try (Executable program =
        new VectorEngine().compile(program(), new CompileSettings(precision, 1))) {
      step(program, x, rows);

      ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = thread.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < RUNS; i++) {
        step(program, x, rows);
      }
      long perStep = (thread.getCurrentThreadAllocatedBytes() - before) / RUNS;

      // A matrix of floats; iterators, which the just-in-time compiler removes, take less.
      assertThat(perStep).isLessThan(Float.BYTES * (long) SIZE * SIZE);
    }
  }

  private static void step(Executable program, double[] x, double[] rows) {
    program.buffer("x").write(x);
    program.buffer("rows").write(rows);
    program.run();
    program.buffer("loss").get(0);
  }

  /** A training step with products, fused loops, reductions, slices at indices and states. */
  private static Program program() {
    Program.Builder builder = Program.builder("step");
    Tensor x = builder.input("x", Shape.of(SIZE, SIZE));
    Tensor rows = builder.input("rows", Shape.of(SIZE));
    Tensor w = builder.state("w", Shape.of(SIZE, SIZE));
    Tensor hidden = x.gather(0, rows).matmul(w).add(1).tanh();
    Tensor errors = hidden.sub(hidden.sum(0).mul(1.0 / SIZE)).sub(x);
    Tensor gradient = x.matmul(errors, true, false).scatterAdd(0, rows, SIZE);
    builder.output("loss", errors.square().sumAll());
    return builder.update("w", w.sub(gradient.mul(0.01))).build();
  }
}
