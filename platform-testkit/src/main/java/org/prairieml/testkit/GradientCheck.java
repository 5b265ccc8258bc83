package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * Checks gradients of any order against difference quotients along random directions.
 *
 * <p>Order 1 checks the gradient of a random combination of the results; every further order that
 * of a random combination of the gradients of the order before. The quotient is the five-point
 * formula with step {@value #STEP}: it errs by h^4 / 30 times the fifth derivative and by about
 * 1e-16 / h times the function, both near 1e-13 for functions of moderate slope.
 */
public final class GradientCheck {

  private static final double STEP = 1e-3;
  private static final double[] STEPS = {-2, -1, 1, 2};
  private static final double[] WEIGHTS = {1.0 / 12, -8.0 / 12, 8.0 / 12, -1.0 / 12};
  private static final double TOLERANCE = 1e-7;
  private static final int DIRECTIONS = 3;

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<NdArray> arguments;
  private final int order;
  private final ReferenceEvaluator evaluator;

  private GradientCheck(
      Function<List<Tensor>, Tensor> function, List<NdArray> arguments, int order) {
    this.arguments = arguments;
    this.order = order;
    this.evaluator = new ReferenceEvaluator(program(function));
  }

  /**
   * Checks a function at a point away from its kinks.
   *
   * @param function takes tensors of the arguments' shapes
   * @param arguments the point
   * @param order how often to differentiate, at least 1
   * @throws AssertionError if a gradient is wrong: it says of which order, and both values
   */
  public static void checkGradients(
      Function<List<Tensor>, Tensor> function, List<NdArray> arguments, int order) {
    GradientCheck check = new GradientCheck(function, arguments, order);
    for (int i = 0; i < DIRECTIONS; i++) {
      check.checkAlong(arguments.stream().map(a -> check.uniform(a.size())).toList());
    }
  }

  private Program program(Function<List<Tensor>, Tensor> function) {
    Program.Builder builder = Program.builder("gradient check");
    List<Tensor> inputs =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> builder.input("x" + i, arguments.get(i).shape()))
            .toList();
    Tensor scalar = combination(List.of(function.apply(inputs)));
    for (int k = 1; k <= order; k++) {
      builder.output("f" + k, scalar);
      List<Tensor> gradients = Gradients.of(scalar, inputs);
      for (int i = 0; i < inputs.size(); i++) {
        builder.output("g" + k + "/" + i, gradients.get(i));
      }
      scalar = combination(gradients);
    }
    return builder.build();
  }

  private Tensor combination(List<Tensor> tensors) {
    return tensors.stream()
        .map(t -> t.mul(Tensor.of(new NdArray(t.shape(), uniform(t.shape().size())))).sumAll())
        .reduce(Tensor.of(0), Tensor::add);
  }

  private double[] uniform(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private void checkAlong(List<double[]> direction) {
    double[] quotients = new double[order];
    for (int i = 0; i < STEPS.length; i++) {
      move(direction, STEPS[i] * STEP);
      for (int k = 0; k < order; k++) {
        quotients[k] += WEIGHTS[i] * evaluator.output("f" + (k + 1))[0] / STEP;
      }
    }
    move(direction, 0);
    for (int k = 0; k < order; k++) {
      assertThat(slope(k + 1, direction))
          .as("gradient of order %d along a direction, against differences", k + 1)
          .isCloseTo(quotients[k], within(TOLERANCE * Math.max(1, Math.abs(quotients[k]))));
    }
  }

  private void move(List<double[]> direction, double distance) {
    for (int i = 0; i < arguments.size(); i++) {
      double[] point = arguments.get(i).values();
      double[] along = direction.get(i);
      evaluator.set(
          "x" + i,
          IntStream.range(0, point.length)
              .mapToDouble(j -> point[j] + distance * along[j])
              .toArray());
    }
    evaluator.run();
  }

  private double slope(int k, List<double[]> direction) {
    double slope = 0;
    for (int i = 0; i < direction.size(); i++) {
      double[] gradient = evaluator.output("g" + k + "/" + i);
      for (int j = 0; j < gradient.length; j++) {
        slope += gradient[j] * direction.get(i)[j];
      }
    }
    return slope;
  }
}
