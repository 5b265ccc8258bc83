package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** What every caller of an engine relies on. */
class VectorEngineTests {

  private static final Shape PAIR = Shape.of(2);

  private final VectorEngine engine = new VectorEngine();

  private Executable compile(Program program, Precision precision) {
    return engine.compile(program, new CompileSettings(precision, 1));
  }

  private static Program training() {
    Program.Builder builder = Program.builder("training");
    Tensor x = builder.input("x", PAIR);
    Tensor w = builder.state("w", PAIR);
    return builder.output("y", x.mul(w)).update("w", w.add(x)).build();
  }

  private static Program evaluation(Shape shape) {
    Program.Builder builder = Program.builder("evaluation");
    return builder.output("w squared", builder.state("w", shape).square()).build();
  }

  @Test
  void describesItself() {
    assertThat(engine.name()).isEqualTo("vector");
    assertThat(engine.precisions()).containsExactly(Precision.FLOAT32, Precision.FLOAT64);
    assertThat(engine.options()).isEmpty();
    assertThat(engine.hindrance()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void computesOutputsAndThenReplacesTheState(Precision precision) {
    try (Executable run = compile(training(), precision)) {
      run.buffer("x").write(3, 4);
      run.buffer("w").write(10, 100);
      run.run();

      assertThat(run.buffer("y").read()).isEqualTo(NdArray.vector(30, 400));
      assertThat(run.buffer("w").read()).isEqualTo(NdArray.vector(13, 104));
      assertThat(run.buffer("y").get(1)).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @EnumSource
  void buffersKnowTheirShapeAndPrecisionAndStartAtZero(Precision precision) {
    try (Executable run = compile(training(), precision)) {
      for (String name : new String[] {"x", "w", "y"}) {
        assertThat(run.buffer(name).shape()).isEqualTo(PAIR);
        assertThat(run.buffer(name).precision()).isEqualTo(precision);
        assertThat(run.buffer(name).read()).isEqualTo(NdArray.vector(0, 0));
      }
      assertThat(run.program().name()).isEqualTo("training");
    }
  }

  @Test
  void whatIsWrittenIsRoundedToThePrecision() {
    try (Executable run = compile(training(), Precision.FLOAT32)) {
      run.buffer("x").write(0.1, 1e300);

      assertThat(run.buffer("x").read()).isEqualTo(NdArray.vector(0.1f, 1 / 0.0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBufferTakenOnceStaysValid(Precision precision) {
    try (Executable run = compile(training(), precision)) {
      Buffer y = run.buffer("y");
      Buffer w = run.buffer("w");
      run.buffer("x").write(1, 1);
      run.run();
      run.run();

      assertThat(y.read()).isEqualTo(NdArray.vector(1, 1));
      assertThat(w.read()).isEqualTo(NdArray.vector(2, 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReadIsACopyAndTheSegmentIsTheMemoryItself(Precision precision) {
    try (Executable run = compile(training(), precision)) {
      Buffer x = run.buffer("x");
      NdArray copy = x.read();
      set(x.segment(), precision, 1, 7);
      run.buffer("w").write(1, 1);
      run.run();

      assertThat(x.segment().byteSize()).isEqualTo(precision == Precision.FLOAT32 ? 8 : 16);
      assertThat(copy).isEqualTo(NdArray.vector(0, 0));
      assertThat(x.get(1)).isEqualTo(7);
      assertThat(run.buffer("y").read()).isEqualTo(NdArray.vector(0, 7));
    }
  }

  private static void set(MemorySegment memory, Precision precision, int index, float value) {
    if (precision == Precision.FLOAT32) {
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
    } else {
      memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCompanionSharesTheStateOfTheSameName(Precision precision) {
    try (Executable train = compile(training(), precision);
        Executable evaluate = train.companion(evaluation(PAIR))) {
      train.buffer("x").write(3, 4);
      train.run();
      evaluate.run();
      assertThat(evaluate.buffer("w squared").read()).isEqualTo(NdArray.vector(9, 16));

      evaluate.buffer("w").write(1, 2);
      assertThat(train.buffer("w").read()).isEqualTo(NdArray.vector(1, 2));
    }
  }

  @Test
  void aCompanionHasStatesOfItsOwnBesides() {
    Program.Builder builder = Program.builder("counting");
    builder.update("w", builder.state("w", PAIR).neg());
    builder.update("count", builder.state("count", Shape.SCALAR).add(1));
    try (Executable train = compile(training(), Precision.FLOAT32);
        Executable other = train.companion(builder.build())) {
      train.buffer("w").write(1, 2);
      other.run();
      other.run();
      other.run();

      assertThat(train.buffer("w").read()).isEqualTo(NdArray.vector(-1, -2));
      assertThat(other.buffer("count").read()).isEqualTo(NdArray.scalar(3));
      assertThatExceptionOfType(GraphException.class).isThrownBy(() -> train.buffer("count"));
    }
  }

  @Test
  void aCompanionWithAnotherShapeIsRefused() {
    try (Executable train = compile(training(), Precision.FLOAT32)) {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> train.companion(evaluation(Shape.of(3))))
          .withMessage("State 'w' has shape [2] in one program and [3] in its companion.");
    }
  }

  @Test
  void executablesOfOneProgramAreIndependent() {
    Program program = training();
    try (Executable one = compile(program, Precision.FLOAT32);
        Executable other = compile(program, Precision.FLOAT32)) {
      one.buffer("w").write(1, 2);

      assertThat(other.buffer("w").read()).isEqualTo(NdArray.vector(0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theNumberOfValuesWrittenIsThatOfTheBuffer(Precision precision) {
    try (Executable run = compile(training(), precision)) {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> run.buffer("x").write(1, 2, 3))
          .withMessage("Array of shape [2] needs 2 values, found 3.");
      assertThat(run.buffer("x").read()).isEqualTo(NdArray.vector(0, 0));
    }
  }

  @Test
  void aBufferThatIsNotThereIsNamedWithThoseThatAre() {
    try (Executable run = compile(training(), Precision.FLOAT32)) {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> run.buffer("z"))
          .withMessage("Program 'training' has no input, state or output 'z'; it has [x, w, y].");
    }
  }
}
