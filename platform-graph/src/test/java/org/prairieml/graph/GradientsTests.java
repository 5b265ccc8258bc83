package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTests {

  private final Tensor x = Tensor.of(NdArray.vector(1, 2, 3));

  @Test
  void aSourceThatTheScalarDoesNotDependOnHasZeros() {
    Tensor other = Tensor.of(NdArray.filled(Shape.of(2, 2), 5));

    assertThat(Evaluation.values(Gradients.of(x.sumAll(), other))).containsExactly(0, 0, 0, 0);
  }

  @Test
  void theScalarItselfAsASourceHasOne() {
    Tensor scalar = x.sumAll();

    assertThat(Evaluation.value(Gradients.of(scalar, scalar))).isEqualTo(1);
  }

  @Test
  void aSourceNamedTwiceHasTheSameGradientTwice() {
    List<Tensor> gradients = Gradients.of(x.square().sumAll(), List.of(x, x));

    assertThat(gradients).hasSize(2);
    assertThat(Evaluation.values(gradients.get(0))).containsExactly(2, 4, 6);
    assertThat(Evaluation.values(gradients.get(1))).containsExactly(2, 4, 6);
  }

  @Test
  void anOperandUsedTwiceCollectsBothContributions() {
    assertThat(Evaluation.values(Gradients.of(x.mul(x).sumAll(), x))).containsExactly(2, 4, 6);
    assertThat(Evaluation.values(Gradients.of(x.add(x.add(x)).sumAll(), x)))
        .containsExactly(3, 3, 3);
  }

  @Test
  void theDerivativeIsTotalWhereASourceDependsOnAnother() {
    Tensor y = x.square();
    Tensor z = y.mul(x);
    List<Tensor> gradients = Gradients.of(z.sumAll().add(y.sumAll()), List.of(x, y, z));

    assertThat(Evaluation.values(gradients.get(0))).containsExactly(3 + 2, 12 + 4, 27 + 6);
    assertThat(Evaluation.values(gradients.get(1))).containsExactly(2, 3, 4);
    assertThat(Evaluation.values(gradients.get(2))).containsExactly(1, 1, 1);
  }

  @Test
  void noGradientFlowsThroughStopGradient() {
    Tensor half = x.mul(x.stopGradient()).sumAll();
    Tensor gradient = Gradients.of(half, x);

    assertThat(Evaluation.values(gradient)).containsExactly(1, 2, 3);
    assertThat(Evaluation.values(Gradients.of(gradient.sumAll(), x))).containsExactly(0, 0, 0);
  }

  @Test
  void noGradientFlowsToConditionsAndIndices() {
    Tensor condition = x.sub(2);
    Tensor chosen = condition.select(x.mul(10), x.mul(100)).sumAll();
    Tensor gathered = x.gather(0, x.sub(1)).sumAll();
    Tensor scattered = x.scatterAdd(0, x.sub(1), 3).mul(x).sumAll();

    assertThat(Evaluation.values(Gradients.of(chosen, x))).containsExactly(10, 100, 10);
    assertThat(Evaluation.values(Gradients.of(chosen, condition))).containsOnly(0);
    assertThat(Evaluation.values(Gradients.of(gathered, x))).containsExactly(1, 1, 1);
    assertThat(Evaluation.values(Gradients.of(scattered, x))).containsExactly(2, 4, 6);
  }

  @Test
  void vectorJacobianSumsOverSeveralOutputs() {
    Tensor weights = Tensor.of(NdArray.vector(1, 10, 100));
    List<Tensor> product =
        Gradients.vectorJacobian(
            List.of(x.square(), x.sumAll()), List.of(weights, Tensor.of(0.5)), List.of(x));

    assertThat(Evaluation.values(product.getFirst())).containsExactly(2.5, 40.5, 600.5);
  }

  @Test
  void theHessianOfSeveralSourcesHasCrossTerms() {
    Tensor a = Tensor.of(2);
    Tensor b = Tensor.of(5);
    Tensor scalar = a.square().mul(b);
    List<Tensor> product =
        Gradients.hessianVector(scalar, List.of(a, b), List.of(Tensor.of(1), Tensor.of(100)));

    assertThat(Evaluation.value(product.get(0))).isEqualTo(2 * 5 + 100 * 2 * 2);
    assertThat(Evaluation.value(product.get(1))).isEqualTo(2 * 2);
  }

  @Test
  void derivativesOfAnyOrderFollow() {
    Tensor at = Tensor.of(0.5);
    Tensor derivative = at.sin();
    for (int order = 0; order < 6; order++) {
      derivative = Gradients.of(derivative, at);
    }

    assertThat(Evaluation.value(derivative)).isEqualTo(-Math.sin(0.5));
  }

  @Test
  void aGradientIsOfAScalar() {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> Gradients.of(x.exp(), x))
        .withMessage("Gradient of 'exp': needs a scalar, found shape [3].");
  }

  @Test
  void aGradientIsBuiltInTheScopeOfWhatItIsTheGradientOf() {
    Tensor built = GraphScope.within("dense1", x::tanh);
    Tensor gradient = GraphScope.within("training", () -> Gradients.of(built.sumAll(), x));

    assertThat(gradient.scope()).isEqualTo("dense1");
  }
}
