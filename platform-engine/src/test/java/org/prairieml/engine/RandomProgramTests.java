package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.Precision;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Program;

/** Programs of all primitives against the primitives' definitions. */
@Tag("widths")
class RandomProgramTests {

  private static final int SEEDS = 100;

  static Stream<Long> seeds() {
    return RandomCases.seeds(SEEDS);
  }

  static Stream<Long> fewSeeds() {
    return RandomCases.seeds(25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void float32IsRightButForRounding(long seed) {
    checkTwice(RandomPrograms.of(seed), Precision.FLOAT32);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void float64IsRightButForRounding(long seed) {
    checkTwice(RandomPrograms.of(seed), Precision.FLOAT64);
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void gradientsAreRightButForRounding(long seed) {
    checkTwice(RandomPrograms.withGradients(seed), Precision.FLOAT32);
    checkTwice(RandomPrograms.withGradients(seed), Precision.FLOAT64);
  }

  /** Else the above would say little. */
  @Test
  void theBoundsOfMostElementsAreFinite() {
    double known = fewSeeds().mapToDouble(RandomProgramTests::known).average().orElseThrow();
    assertThat(known).isGreaterThan(0.8);
  }

  /** The second run starts from the states, and the memory, that the first one left. */
  private static void checkTwice(Program program, Precision precision) {
    try (EngineRun run = EngineRun.random(program, precision)) {
      run.check();
      run.check();
    }
  }

  private static double known(long seed) {
    try (EngineRun run = EngineRun.random(RandomPrograms.of(seed), Precision.FLOAT32)) {
      return run.known();
    }
  }
}
