package org.prairieml.activations.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.VectorEngine;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Operators on the vector engine in float32, against float64 on the reference evaluator. */
class VectorEngineTests {

  /** What the oracles ask for of a single operator. */
  private static final int ULPS = 4;

  /**
   * In their left tails they fall like e^(-x^2 / 2), and the number in the exponent is rounded: the
   * result is within 4 ulp of the value at a number within 1 ulp of x. Rounding x itself, as every
   * float32 input has been, moves them as far.
   */
  private static final Set<String> STEEP_IN_THE_TAIL = Set.of("gelu_erf", "gelu_tanh");

  /** The grid of the oracles, denser; powers of all sizes; what is next to the roots of logs. */
  private static final double[] POINTS =
      DoubleStream.concat(
              IntStream.rangeClosed(-600, 600).mapToDouble(i -> i / 100.0),
              IntStream.rangeClosed(-300, 40)
                  .mapToDouble(i -> Math.pow(2, i / 3.0))
                  .flatMap(x -> DoubleStream.of(x, -x)))
          .flatMap(x -> DoubleStream.of((float) x, Math.nextUp((float) x)))
          .toArray();

  static Stream<Operator> operators() {
    return Operators.all().stream().filter(operator -> operator.most() == 1);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void valueIsWithinFourUlp(Operator operator) {
    Program program = program(operator);
    ReferenceEvaluator exact = new ReferenceEvaluator(program).set("x", POINTS).run();
    double[] expected = exact.get("y").values();
    double[] slopes = exact.get("slope").values();
    double[] found = onVectorEngine(program);

    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < POINTS.length; i++) {
      float rounded = (float) expected[i];
      double allowed = ULPS * Math.ulp(rounded);
      if (STEEP_IN_THE_TAIL.contains(operator.name())) {
        allowed += Math.abs(slopes[i]) * Math.ulp((float) POINTS[i]);
      }
      // Of a factor below the least normal number, some digits are lost before it is multiplied.
      allowed = Math.max(allowed, Math.abs(POINTS[i]) * Float.MIN_VALUE);
      boolean same = Float.compare((float) found[i] + 0f, rounded + 0f) == 0;
      if (!same && !(Math.abs(found[i] - expected[i]) <= allowed)) {
        wrong.add(
            "%s: %s, expected %s, %s ulp"
                .formatted(
                    POINTS[i],
                    found[i],
                    expected[i],
                    Math.abs(found[i] - expected[i]) / Math.ulp(rounded)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Program program(Operator operator) {
    Program.Builder builder = Program.builder("operator");
    Tensor x = builder.input("x", Shape.of(POINTS.length));
    Tensor y = operator.graph().apply(List.of(x));
    return builder.output("y", y).output("slope", Gradients.of(y.sum(0), x)).build();
  }

  private static double[] onVectorEngine(Program program) {
    Engine engine = new VectorEngine();
    try (Executable executable =
        engine.compile(program, new CompileSettings(Precision.FLOAT32, 1))) {
      executable.buffer("x").write(POINTS);
      executable.run();
      return executable.buffer("y").read().values();
    }
  }
}
