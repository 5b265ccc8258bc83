package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.Precision;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.testkit.EngineRun;
import org.prairieml.testkit.RandomPrograms;

/** A program gives the same bits every time, while compiled code takes over from interpreted. */
class RepeatedRunTests {

  private static final int RUNS = 300;

  static Stream<Long> seeds() {
    return RandomCases.seeds(12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomProgramsGiveTheSameBitsEveryTime(long seed) {
    try (EngineRun run =
        EngineRun.random(new VectorEngine(), RandomPrograms.of(seed), Precision.FLOAT32)) {
      assertSameBitsEveryTime(run);
    }
  }

  /** Large enough for its loops and tiles to be worth a class. */
  @ParameterizedTest
  @EnumSource
  void aBusyProgramGivesTheSameBitsEveryTime(Precision precision) {
    try (EngineRun run = EngineRun.random(new VectorEngine(), busy(), precision)) {
      assertSameBitsEveryTime(run);
    }
  }

  private static void assertSameBitsEveryTime(EngineRun run) {
    Map<String, NdArray> first = run.run().results();
    for (int i = 1; i < RUNS; i++) {
      assertThat(run.reset().run().results()).as("run %d", i).isEqualTo(first);
    }
  }

  private static Program busy() {
    Program.Builder builder = Program.builder("busy");
    Tensor x = builder.input("x", Shape.of(41, 57));
    Tensor w = builder.state("w", Shape.of(57, 35));
    Tensor hidden = x.matmul(w).tanh();
    Tensor back = hidden.matmul(w, false, true).sub(x);
    builder.output("columns", back.square().sum(0)).output("rows", back.sin().sum(1));
    builder.output("turned", hidden.transpose().mul(0.5).sigmoid());
    builder.output("largest", back.max(0, 1));
    return builder.update("w", w.sub(x.matmul(hidden, true, false).mul(0.01))).build();
  }
}
