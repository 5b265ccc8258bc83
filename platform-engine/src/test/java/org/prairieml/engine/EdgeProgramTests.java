package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.testkit.EngineRun;

/** Programs in which a value is needed in two places, changes while it is read, or is empty. */
class EdgeProgramTests {

  private static final Shape THREE = Shape.of(3);
  private static final double[] ONE_TO_THREE = {1, 2, 3};

  private final Program.Builder builder = Program.builder("edge");

  private EngineRun start(Precision precision, Map<String, double[]> values) {
    return new EngineRun(
        new VectorEngine(), builder.build(), new CompileSettings(precision, 1), values);
  }

  @ParameterizedTest
  @EnumSource
  void anInputCanBeAnOutput(Precision precision) {
    builder.output("y", builder.input("x", THREE));
    try (EngineRun run = start(precision, Map.of("x", ONE_TO_THREE)).run()) {
      assertThat(run.read("y")).isEqualTo(NdArray.vector(ONE_TO_THREE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOutputThatIsAStateIsItsValueBeforeTheUpdate(Precision precision) {
    Tensor s = builder.state("s", THREE);
    builder.output("y", s).update("s", s.add(10));
    try (EngineRun run = start(precision, Map.of("s", ONE_TO_THREE)).run()) {
      assertThat(run.read("y")).isEqualTo(NdArray.vector(1, 2, 3));
      assertThat(run.read("s")).isEqualTo(NdArray.vector(11, 12, 13));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsComputedFromAStateIsComputedFromItsOldValue(Precision precision) {
    Tensor s = builder.state("s", THREE);
    builder.output("sum", s.sum(0));
    builder.output("joined", Tensor.concat(0, List.of(s, s.neg())));
    builder.output("reversed", s.slice(0, 1, 3).exp().log1p());
    builder.update("s", s.mul(2));
    try (EngineRun run = start(precision, Map.of("s", ONE_TO_THREE))) {
      run.check();
      run.check();
      assertThat(run.read("sum").values()).containsExactly(12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void statesCanBeSwapped(Precision precision) {
    Tensor a = builder.state("a", THREE);
    Tensor b = builder.state("b", THREE);
    builder.update("a", b).update("b", a).output("difference", a.sub(b));
    try (EngineRun run = start(precision, Map.of("a", ONE_TO_THREE)).run()) {
      assertThat(run.read("a")).isEqualTo(NdArray.vector(0, 0, 0));
      assertThat(run.read("b")).isEqualTo(NdArray.vector(1, 2, 3));
      assertThat(run.read("difference")).isEqualTo(NdArray.vector(1, 2, 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void statesCanMoveAroundInAChainOfThree(Precision precision) {
    Tensor a = builder.state("a", THREE);
    Tensor b = builder.state("b", THREE);
    Tensor c = builder.state("c", THREE);
    builder.update("a", b).update("b", c).update("c", a.add(b));
    Map<String, double[]> start =
        Map.of("a", ONE_TO_THREE, "b", new double[] {4, 5, 6}, "c", new double[] {7, 8, 9});
    try (EngineRun run = start(precision, start).run()) {
      assertThat(run.read("a")).isEqualTo(NdArray.vector(4, 5, 6));
      assertThat(run.read("b")).isEqualTo(NdArray.vector(7, 8, 9));
      assertThat(run.read("c")).isEqualTo(NdArray.vector(5, 7, 9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStateCanBecomeAConstant(Precision precision) {
    builder.state("ones", THREE);
    builder.state("list", THREE);
    builder.update("ones", Tensor.filled(THREE, 1)).update("list", Tensor.iota(3));
    try (EngineRun run = start(precision, Map.of("ones", ONE_TO_THREE)).run()) {
      assertThat(run.read("ones")).isEqualTo(NdArray.vector(1, 1, 1));
      assertThat(run.read("list")).isEqualTo(NdArray.vector(0, 1, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStateCanBecomeAnInputAndAnInputSeenOtherwise(Precision precision) {
    Tensor x = builder.input("x", Shape.of(2, 3));
    builder.state("s", Shape.of(2, 3));
    builder.state("t", Shape.of(3, 2));
    builder.update("s", x).update("t", x.transpose());
    try (EngineRun run = start(precision, Map.of("x", new double[] {1, 2, 3, 4, 5, 6})).run()) {
      assertThat(run.read("s").values()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(run.read("t").values()).containsExactly(1, 4, 2, 5, 3, 6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOutputCanAlsoBeAnUpdateAndAnotherOutput(Precision precision) {
    Tensor s = builder.state("s", THREE);
    Tensor next = s.square();
    builder.output("y", next).output("same", next).update("s", next);
    try (EngineRun run = start(precision, Map.of("s", ONE_TO_THREE)).run()) {
      assertThat(run.results().values()).containsOnly(NdArray.vector(1, 4, 9)).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneTensorCanUpdateTwoStates(Precision precision) {
    Tensor a = builder.state("a", THREE);
    builder.state("b", THREE);
    Tensor next = a.add(1);
    builder.update("a", next).update("b", next);
    try (EngineRun run = start(precision, Map.of("a", ONE_TO_THREE)).run()) {
      assertThat(run.results().values()).containsOnly(NdArray.vector(2, 3, 4));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStateWithoutAnUpdateStays(Precision precision) {
    Tensor s = builder.state("s", THREE);
    builder.output("y", s.neg());
    try (EngineRun run = start(precision, Map.of("s", ONE_TO_THREE)).run().run()) {
      assertThat(run.read("s")).isEqualTo(NdArray.vector(1, 2, 3));
      assertThat(run.read("y")).isEqualTo(NdArray.vector(-1, -2, -3));
    }
  }

  /** A loop that writes where the state stands must not take what others still read. */
  @ParameterizedTest
  @EnumSource
  void twoStatesCanBeUpdatedFromEachOther(Precision precision) {
    Tensor a = builder.state("a", THREE);
    Tensor b = builder.state("b", THREE);
    builder.update("a", a.add(b.mul(2))).update("b", b.sub(a));
    Map<String, double[]> start = Map.of("a", ONE_TO_THREE, "b", new double[] {4, 5, 6});
    try (EngineRun run = start(precision, start).run()) {
      assertThat(run.read("a")).isEqualTo(NdArray.vector(9, 12, 15));
      assertThat(run.read("b")).isEqualTo(NdArray.vector(3, 3, 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStateCanBeUpdatedFromItsOwnOtherElements(Precision precision) {
    Tensor s = builder.state("s", Shape.of(2, 2));
    builder.update("s", s.add(s.transpose()));
    try (EngineRun run = start(precision, Map.of("s", new double[] {1, 2, 3, 4})).run()) {
      assertThat(run.read("s").values()).containsExactly(2, 5, 5, 8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void emptyTensorsGoThroughEverything(int axis) {
    Tensor x = builder.input("x", Shape.of(2, 3).with(axis, 0));
    builder.output("elementwise", x.exp().add(1));
    builder.output("sum", x.sum(axis));
    builder.output("max", x.max(axis));
    builder.output("all", x.sumAll());
    builder.output("joined", Tensor.concat(axis, List.of(x, x)));
    builder.output("padded", x.pad(axis, 1, 2));
    builder.output("turned", x.transpose().add(1));
    builder.output("product", x.matmul(x, axis == 0, axis == 1));
    builder.output("square", x.matmul(x, axis == 1, axis == 0));
    try (EngineRun run = start(Precision.FLOAT32, Map.of())) {
      run.check();
      assertThat(run.read("max").values()).containsOnly(Double.NEGATIVE_INFINITY);
      assertThat(run.read("product").values()).containsOnly(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProgramCanDoNothing(Precision precision) {
    builder.input("x", THREE);
    try (EngineRun run = start(precision, Map.of("x", ONE_TO_THREE)).run()) {
      assertThat(run.results()).isEmpty();
    }
  }
}
