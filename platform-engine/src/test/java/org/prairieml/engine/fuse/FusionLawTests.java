package org.prairieml.engine.fuse;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.optimize.Optimizer;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Program;
import org.prairieml.testkit.RandomPrograms;

class FusionLawTests {

  static Stream<Long> seeds() {
    return RandomCases.seeds(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLawsHoldForProgramsAsTheyAre(long seed) {
    check(RandomPrograms.of(seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLawsHoldForOptimizedPrograms(long seed) {
    check(Optimizer.optimize(RandomPrograms.of(seed)));
  }

  private static void check(Program program) {
    FusionLaws laws = new FusionLaws(program);
    laws.assertTasksCanRunInTheirOrder();
    laws.assertResultsAreWritten();
    laws.assertOnlyPartsAreWrittenApart();
    laws.assertLoopsHaveOneSpace();
    laws.assertLoopsFitOneMethod();
  }
}
