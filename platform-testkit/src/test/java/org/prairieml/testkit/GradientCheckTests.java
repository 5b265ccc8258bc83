package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.prairieml.testkit.GradientCheck.checkGradients;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Tensor;

class GradientCheckTests {

  private static final List<NdArray> POINT =
      List.of(NdArray.vector(0.3, -1.2), NdArray.vector(2, 0.5));

  @Test
  void acceptsRightGradientsOfOrderThree() {
    assertThatNoException()
        .isThrownBy(() -> checkGradients(x -> x.get(0).sin().mul(x.get(1).exp()), POINT, 3));
  }

  /** The gradient ignores a factor through which the value moves. */
  @Test
  void findsAGradientThatLeavesSomethingOut() {
    Function<List<Tensor>, Tensor> wrong = x -> x.get(0).mul(x.get(0).stopGradient());
    assertThatThrownBy(() -> checkGradients(wrong, POINT, 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("gradient of order 1");
  }

  @Test
  void findsASecondOrderThatIsWrongWhereTheFirstIsRight() {
    // value x^2, gradient 2 sg(x), which is right, and whose own gradient is 0 instead of 2
    Function<List<Tensor>, Tensor> wrong =
        x -> {
          Tensor fixed = x.getFirst().stopGradient();
          return fixed.square().add(x.getFirst().sub(fixed).mul(fixed).mul(2));
        };
    assertThatNoException()
        .isThrownBy(() -> checkGradients(wrong, List.of(NdArray.vector(0.4)), 1));
    assertThatThrownBy(() -> checkGradients(wrong, List.of(NdArray.vector(0.4)), 2))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("gradient of order 2");
  }
}
