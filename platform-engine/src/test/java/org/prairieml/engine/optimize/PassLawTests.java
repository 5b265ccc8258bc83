package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.testkit.RandomPrograms;

/** What every rewrite keeps, on random programs by the reference evaluator. */
class PassLawTests {

  private static final Map<String, UnaryOperator<Program>> EXACT =
      Map.of(
          "CommonSubexpressions", program -> new CommonSubexpressions().apply(program),
          "ConstantFolding", program -> new ConstantFolding().apply(program),
          "MatMulTransposes", program -> new MatMulTransposes().apply(program),
          "LateBroadcasts", program -> new LateBroadcasts().apply(program));

  private static final Map<String, UnaryOperator<Program>> ALL = new LinkedHashMap<>(EXACT);

  static {
    ALL.put("AlgebraicIdentities", program -> new AlgebraicIdentities().apply(program));
    ALL.put("ReducedBroadcasts", program -> new ReducedBroadcasts().apply(program));
    ALL.put("ThinProducts", program -> new ThinProducts().apply(program));
    ALL.put("Optimizer", Optimizer::optimize);
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(120);
  }

  static Stream<String> names() {
    return ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theRewrittenProgramMeansTheSame(long seed) {
    Rewrites.requireSameMeaning(RandomPrograms.of(seed), ALL, seed);
  }

  /** Where a pass reorders no sum and drops no zero, not a bit changes. */
  @ParameterizedTest
  @MethodSource("seeds")
  void exactPassesChangeNoBit(long seed) {
    Program program = RandomPrograms.of(seed);
    Map<String, double[]> values = RandomPrograms.values(program, seed);
    ReferenceEvaluator expected = Rewrites.run(program, values);
    EXACT.forEach((name, rewrite) -> {
      ReferenceEvaluator actual = Rewrites.run(rewrite.apply(program), values);
      for (String result : program.outputs().keySet()) {
        assertThat(actual.get(result)).as("%s, %s", name, result).isEqualTo(expected.get(result));
      }
    });
  }

  /** Else the laws above would say nothing about it. */
  @ParameterizedTest
  @MethodSource("names")
  void everyPassFindsWorkInSomeOfThePrograms(String name) {
    assertThat(seeds().map(RandomPrograms::of).filter(p -> changes(ALL.get(name), p)).count())
        .isGreaterThan(2);
  }

  private static boolean changes(UnaryOperator<Program> rewrite, Program program) {
    return !primitives(rewrite.apply(program)).equals(primitives(program));
  }

  private static List<Primitive> primitives(Program program) {
    return program.order().stream().map(Tensor::primitive).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inputsStatesAndNamesStay(long seed) {
    Program before = RandomPrograms.of(seed);
    Program after = Optimizer.optimize(before);
    assertThat(after.inputs()).isEqualTo(before.inputs());
    assertThat(after.states()).isEqualTo(before.states());
    assertThat(after.outputs().keySet()).isEqualTo(before.outputs().keySet());
    assertThat(after.updates().keySet()).isEqualTo(before.updates().keySet());
  }
}
