package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** An axis that is not there: the error names the operation and the layer that built it. */
class AxisErrorTests {

  private static final Tensor PAIR = Tensor.filled(Shape.of(2), 1);

  static Stream<Arguments> operations() {
    Tensor first = Tensor.of(NdArray.vector(0));
    return Stream.of(
        row("sum", x -> x.sum(1)),
        row("max", x -> x.max(1)),
        row("argmax", x -> x.argMax(1)),
        row("slice", x -> x.slice(1, 0, 1)),
        row("pad", x -> x.pad(1, 0, 1)),
        row("gather", x -> x.gather(1, first)),
        row("concat", x -> Tensor.concat(1, List.of(x, x))));
  }

  private static Arguments row(String operation, UnaryOperator<Tensor> build) {
    return Arguments.of(operation, build);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void namesTheOperationAndTheScope(String operation, UnaryOperator<Tensor> build) {
    assertThatThrownBy(() -> GraphScope.within("dense2", () -> build.apply(PAIR)))
        .isInstanceOf(GraphException.class)
        .hasMessage("Op '" + operation + "' in 'dense2': Shape [2] has no axis 1.");
  }

  @Test
  void nothingCannotBeJoined() {
    assertThatThrownBy(() -> Tensor.concat(0, List.of()))
        .isInstanceOf(GraphException.class)
        .hasMessage("Op 'concat': there is nothing to join.");
  }

  @Test
  void cotangentsHaveTheShapesOfOutputs() {
    assertThatThrownBy(() ->
            Gradients.vectorJacobian(
                List.of(PAIR), List.of(Tensor.filled(Shape.of(3, 2), 1)), List.of(PAIR)))
        .isInstanceOf(GraphException.class)
        .hasMessage("Gradient of 'broadcast': the output has shape [2], its cotangent [3, 2].");
  }

  @Test
  void logSumExpKeepsInfinities() {
    double infinity = Double.POSITIVE_INFINITY;
    Tensor rows =
        Tensor.of(new NdArray(Shape.of(2, 2), new double[] {-infinity, -infinity, infinity, 3}));
    Program program = Program.builder("p").output("y", Formulas.logSumExp(rows, 1)).build();
    assertThat(new ReferenceEvaluator(program).run().output("y"))
        .containsExactly(-infinity, infinity);
  }
}
