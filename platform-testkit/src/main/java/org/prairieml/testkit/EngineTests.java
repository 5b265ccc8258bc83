package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Tests of an engine: programs of all primitives against the primitives' definitions, the same bits
 * for any number of threads, and state that companions share.
 */
public abstract class EngineTests extends ServiceTests<Engine> {

  private static final long ROOT_SEED = 1883;
  private static final int SEEDS = 100;
  private static final int FEW = 25;

  /** Creates the tests. */
  protected EngineTests() {}

  static Stream<Long> seeds() {
    return new SplittableRandom(ROOT_SEED).longs(SEEDS).boxed();
  }

  static Stream<Long> fewSeeds() {
    return seeds().limit(FEW);
  }

  /** An engine that cannot run on this machine is not tested there, and the report says why. */
  @BeforeEach
  void engineRunsHere() {
    assumeThat(service().hindrance()).as("what keeps the engine from running").isEmpty();
  }

  @Test
  void computesInAtLeastOneFormatAndListsNoneTwice() {
    assertThat(service().precisions()).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void resultsAreRightButForRounding(long seed) {
    for (Precision precision : service().precisions()) {
      checkTwice(RandomPrograms.of(seed), precision);
    }
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void gradientsAreRightButForRounding(long seed) {
    for (Precision precision : service().precisions()) {
      checkTwice(RandomPrograms.withGradients(seed), precision);
    }
  }

  /** Else the above would say little. */
  @Test
  void theBoundsOfMostElementsAreFinite() {
    double known = fewSeeds().mapToDouble(this::known).average().orElseThrow();
    assertThat(known).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void anyNumberOfThreadsGivesTheSameBits(long seed) {
    Program program = RandomPrograms.of(seed);
    Precision precision = service().precisions().getFirst();
    Map<String, NdArray> alone = results(program, new CompileSettings(precision, 1));
    assertThat(results(program, new CompileSettings(precision, 3))).isEqualTo(alone);
  }

  @Test
  void aCompanionSeesAndChangesTheSameState() {
    Precision precision = service().precisions().getFirst();
    try (Executable counter = service().compile(counter(1), new CompileSettings(precision, 1));
        Executable companion = counter.companion(counter(10))) {
      counter.buffer("s").write(5);
      companion.run();
      counter.run();
      assertThat(companion.buffer("s").get(0)).isEqualTo(16);
    }
  }

  private static Program counter(double step) {
    Program.Builder builder = Program.builder("counter");
    Tensor state = builder.state("s", Shape.of(1));
    return builder.update("s", state.add(step)).output("before", state).build();
  }

  private Map<String, NdArray> results(Program program, CompileSettings settings) {
    try (EngineRun run = EngineRun.random(service(), program, settings)) {
      return run.run().results();
    }
  }

  /** The second run starts from the states, and the memory, that the first one left. */
  private void checkTwice(Program program, Precision precision) {
    try (EngineRun run = EngineRun.random(service(), program, precision)) {
      run.check();
      run.check();
    }
  }

  private double known(long seed) {
    Precision precision = service().precisions().getFirst();
    try (EngineRun run = EngineRun.random(service(), RandomPrograms.of(seed), precision)) {
      return run.known();
    }
  }
}
