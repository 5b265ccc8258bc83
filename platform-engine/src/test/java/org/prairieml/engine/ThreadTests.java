package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Precision;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.testkit.EngineRun;
import org.prairieml.testkit.RandomPrograms;

/** The number of threads changes no bit. */
class ThreadTests {

  private static final int RUNS = 3;

  static Stream<Arguments> large() {
    return LargePrograms.all().stream().map(program -> Arguments.of(program.name(), program));
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(25);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void largeProgramsGiveTheSameBits(String name, Program program) {
    assertSameBits(program, Precision.FLOAT32, RUNS);
    assertSameBits(program, Precision.FLOAT64, 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomProgramsGiveTheSameBits(long seed) {
    assertSameBits(RandomPrograms.of(seed), Precision.FLOAT32, 1);
  }

  /** Else threads might agree on what is wrong. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void whatThreadsShareIsRight(String name, Program program) {
    try (EngineRun run = start(program, Precision.FLOAT32, 2)) {
      run.check();
    }
  }

  private static void assertSameBits(Program program, Precision precision, int runs) {
    Map<String, NdArray> expected;
    try (EngineRun alone = start(program, precision, 1)) {
      expected = alone.run().results();
    }
    for (int threads = 2; threads <= 3; threads++) {
      try (EngineRun together = start(program, precision, threads)) {
        for (int run = 0; run < runs; run++) {
          assertThat(together.reset().run().results())
              .as("%d threads, run %d", threads, run)
              .isEqualTo(expected);
        }
      }
    }
  }

  private static EngineRun start(Program program, Precision precision, int threads) {
    return EngineRun.random(new VectorEngine(), program, new CompileSettings(precision, threads));
  }
}
