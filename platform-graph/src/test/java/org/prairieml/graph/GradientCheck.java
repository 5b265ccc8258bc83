package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * Checks the gradients of a function against difference quotients, element by element.
 *
 * <p>Order 1 checks the gradient of a random combination of the results and their squares (squares,
 * so that linear functions are bent too). Every further order checks the gradient of a random
 * combination of the gradients of the order before.
 */
final class GradientCheck {

  /**
   * The five-point formula errs by h^4 / 30 times the fifth derivative, rounding by about 1e-16 / h
   * times the function: with h = 1e-3 both are near 1e-13. Five digits are left for fifth
   * derivatives near a pole and for sums of many terms.
   */
  private static final double TOLERANCE = 1e-8;

  private static final double STEP = 1e-3;

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<NdArray> arguments;
  private final int orders;
  private final ReferenceEvaluator evaluator;

  private GradientCheck(
      Function<List<Tensor>, Tensor> function, List<NdArray> arguments, int orders) {
    this.arguments = arguments;
    this.orders = orders;
    this.evaluator = new ReferenceEvaluator(program(function));
    for (int i = 0; i < arguments.size(); i++) {
      evaluator.set("x" + i, arguments.get(i).values());
    }
  }

  /** Checks a function of tensors at a point, up to an order of differentiation. */
  static void check(Function<List<Tensor>, Tensor> function, List<NdArray> arguments, int order) {
    new GradientCheck(function, arguments, order).checkAll();
  }

  private Program program(Function<List<Tensor>, Tensor> function) {
    Program.Builder builder = Program.builder("gradient check");
    List<Tensor> inputs =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> builder.input("x" + i, arguments.get(i).shape()))
            .toList();
    Tensor result = function.apply(inputs);
    Tensor scalar = combination(List.of(result, result.square()));
    for (int order = 1; order <= orders; order++) {
      builder.output("f" + order, scalar);
      List<Tensor> gradients = Gradients.of(scalar, inputs);
      for (int i = 0; i < inputs.size(); i++) {
        assertThat(gradients.get(i).shape()).isEqualTo(inputs.get(i).shape());
        builder.output("g" + order + "/" + i, gradients.get(i));
      }
      scalar = combination(gradients);
    }
    return builder.build();
  }

  private Tensor combination(List<Tensor> tensors) {
    return tensors.stream()
        .map(t -> t.mul(Tensor.of(new RandomArrays(random).uniform(t.shape(), -1, 1))).sumAll())
        .reduce(Tensor.of(0), Tensor::add);
  }

  private void checkAll() {
    for (int i = 0; i < arguments.size(); i++) {
      for (int element = 0; element < arguments.get(i).size(); element++) {
        checkElement(i, element);
      }
    }
  }

  private void checkElement(int argument, int element) {
    List<double[]> values = new ArrayList<>();
    for (int steps : new int[] {-2, -1, 1, 2}) {
      values.add(scalars(argument, element, steps));
    }
    scalars(argument, element, 0);
    for (int order = 1; order <= orders; order++) {
      int k = order - 1;
      double quotient =
          (values.get(0)[k] - 8 * values.get(1)[k] + 8 * values.get(2)[k] - values.get(3)[k])
              / (12 * STEP);
      assertThat(evaluator.output("g" + order + "/" + argument)[element])
          .as("order %d, argument %d, element %d of %s", order, argument, element, arguments)
          .isCloseTo(quotient, within(TOLERANCE * Math.max(1, Math.abs(quotient))));
    }
  }

  /** Returns the scalars of all orders with one element moved by so many steps. */
  private double[] scalars(int argument, int element, int steps) {
    double[] live = evaluator.placeholder("x" + argument);
    live[element] = arguments.get(argument).values()[element] + steps * STEP;
    evaluator.run();
    live[element] = arguments.get(argument).values()[element];
    return IntStream.rangeClosed(1, orders)
        .mapToDouble(order -> evaluator.output("f" + order)[0])
        .toArray();
  }
}
