package org.prairieml.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class ReferenceEngineTests {

  private static final CompileSettings SETTINGS = new CompileSettings(Precision.FLOAT64, 1);
  private static final Shape PAIR = Shape.of(2);

  private final Engine engine = new ReferenceEngine();

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
    assertThat(engine.name()).isEqualTo("reference");
    assertThat(engine.precisions()).containsExactly(Precision.FLOAT64);
    assertThat(engine.options()).isEmpty();
  }

  @Test
  void computesOutputsAndThenReplacesTheState() {
    try (Executable run = engine.compile(training(), SETTINGS)) {
      run.buffer("x").write(3, 4);
      run.buffer("w").write(10, 100);
      run.run();

      assertThat(run.buffer("y").read()).isEqualTo(NdArray.vector(30, 400));
      assertThat(run.buffer("w").read()).isEqualTo(NdArray.vector(13, 104));
      assertThat(run.buffer("y").get(1)).isEqualTo(400);
    }
  }

  @Test
  void buffersKnowTheirShapeAndPrecision() {
    try (Executable run = engine.compile(training(), SETTINGS)) {
      for (String name : new String[] {"x", "w", "y"}) {
        assertThat(run.buffer(name).shape()).isEqualTo(PAIR);
        assertThat(run.buffer(name).precision()).isEqualTo(Precision.FLOAT64);
        assertThat(run.buffer(name).read()).isEqualTo(NdArray.vector(0, 0));
      }
      assertThat(run.program().name()).isEqualTo("training");
    }
  }

  @Test
  void aBufferTakenOnceStaysValid() {
    try (Executable run = engine.compile(training(), SETTINGS)) {
      Buffer y = run.buffer("y");
      Buffer w = run.buffer("w");
      run.buffer("x").write(1, 1);
      run.run();
      run.run();

      assertThat(y.read()).isEqualTo(NdArray.vector(1, 1));
      assertThat(w.read()).isEqualTo(NdArray.vector(2, 2));
    }
  }

  @Test
  void whatIsReadIsACopyAndTheSegmentIsTheMemoryItself() {
    try (Executable run = engine.compile(training(), SETTINGS)) {
      Buffer x = run.buffer("x");
      NdArray copy = x.read();
      MemorySegment memory = x.segment();
      memory.setAtIndex(ValueLayout.JAVA_DOUBLE, 1, 7);
      run.buffer("w").write(1, 1);
      run.run();

      assertThat(memory.byteSize()).isEqualTo(2 * Double.BYTES);
      assertThat(copy).isEqualTo(NdArray.vector(0, 0));
      assertThat(x.get(1)).isEqualTo(7);
      assertThat(run.buffer("y").read()).isEqualTo(NdArray.vector(0, 7));
    }
  }

  @Test
  void aCompanionSharesTheStateOfTheSameName() {
    try (Executable train = engine.compile(training(), SETTINGS);
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
  void aCompanionWithAnotherShapeIsRefused() {
    try (Executable train = engine.compile(training(), SETTINGS)) {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> train.companion(evaluation(Shape.of(3))))
          .withMessage("State 'w' has shape [2] in one program and [3] in its companion.");
    }
  }

  @Test
  void executablesOfOneProgramAreIndependent() {
    Program program = training();
    try (Executable one = engine.compile(program, SETTINGS);
        Executable other = engine.compile(program, SETTINGS)) {
      one.buffer("w").write(1, 2);

      assertThat(other.buffer("w").read()).isEqualTo(NdArray.vector(0, 0));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    for (int threads : new int[] {1, 2, 16}) {
      try (Executable run =
          engine.compile(training(), new CompileSettings(Precision.FLOAT64, threads))) {
        run.buffer("x").write(0.1, 0.2);
        run.buffer("w").write(0.3, 0.7);
        run.run();
        assertThat(run.buffer("y").read()).isEqualTo(NdArray.vector(0.1 * 0.3, 0.2 * 0.7));
      }
    }
  }

  @Test
  void anotherPrecisionIsBadInput() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> engine.compile(training(), new CompileSettings(Precision.FLOAT32, 1)))
        .withMessage("Engine 'reference' computes in float64 only; choose precision float64.")
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }

  @Test
  void theNumberOfValuesWrittenIsThatOfTheBuffer() {
    try (Executable run = engine.compile(training(), SETTINGS)) {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> run.buffer("x").write(1, 2, 3))
          .withMessage("Array of shape [2] needs 2 values, found 3.");
      assertThat(run.buffer("x").read()).isEqualTo(NdArray.vector(0, 0));
    }
  }

  @Test
  void aBufferThatIsNotThereIsNamedWithThoseThatAre() {
    try (Executable run = engine.compile(training(), SETTINGS)) {
      assertThatExceptionOfType(GraphException.class)
          .isThrownBy(() -> run.buffer("z"))
          .withMessage("Program 'training' has no input or state 'z'; it has [x, w].");
    }
  }
}
