package org.prairieml.activations.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.activations.expression.Evaluation;
import org.prairieml.activations.expression.Expression;
import org.prairieml.activations.expression.Formula;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.VectorEngine;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Operators on the vector engine in float32, against float64 on the reference evaluator. */
class VectorEngineTests {

  /** What the oracles ask for of a single operator. */
  private static final int ULPS = 4;

  /** Compositions that cancel: in float32 their error is that of a value of order 1. */
  private static final Set<String> CANCELING =
      Set.of(
          "log_abs_eps",
          "gaussian",
          "gelu_erf",
          "gelu_tanh",
          "hard_sigmoid",
          "tanh_shrink",
          "bent_identity");

  /** The grid of the oracles, denser, as float32 has it. */
  private static final double[] POINTS =
      IntStream.rangeClosed(-600, 600).mapToDouble(i -> (float) (i / 100.0)).toArray();

  static Stream<Operator> operators() {
    return Operators.all().stream().filter(operator -> operator.most() == 1);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void valueIsWithinFourUlp(Operator operator) {
    Formula formula = Formula.of(new Expression.Application(operator, List.of(Expression.X)));
    double[] exact = Evaluation.values(formula, POINTS);
    double[] found = onVectorEngine(operator);

    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < POINTS.length; i++) {
      float expected = (float) exact[i];
      boolean same = Float.compare((float) found[i] + 0f, expected + 0f) == 0;
      boolean canceling = CANCELING.contains(operator.name());
      float unit = Math.ulp(canceling ? Math.max(1, expected) : expected);
      if (!same && !(Math.abs(found[i] - exact[i]) <= ULPS * unit)) {
        wrong.add("%s: %s, expected %s".formatted(POINTS[i], found[i], exact[i]));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static double[] onVectorEngine(Operator operator) {
    Program.Builder builder = Program.builder("operator");
    Tensor x = builder.input("x", Shape.of(POINTS.length));
    Program program = builder.output("y", operator.graph().apply(List.of(x))).build();
    Engine engine = new VectorEngine();
    try (Executable executable =
        engine.compile(program, new CompileSettings(Precision.FLOAT32, 1))) {
      executable.buffer("x").write(POINTS);
      executable.run();
      return executable.buffer("y").read().values();
    }
  }
}
