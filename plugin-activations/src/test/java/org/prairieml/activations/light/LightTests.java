package org.prairieml.activations.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Target;
import org.prairieml.api.network.Activation;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.training.loss.SoftmaxCrossEntropy;

class LightTests {

  private static final double[] TIMES = {-40, -3, -0.5, 0, 0.1, 2, 7, 60};

  private static FunctionValues light(Map<String, Object> options, double... t) {
    return FunctionValues.of(TestServices.configured(Activation.class, "light", options), t);
  }

  @Test
  void defaultsAreTheSigmoid() {
    double[] sigmoid =
        FunctionValues.of(TestServices.configured(Activation.class, "sigmoid", Map.of()), TIMES)
            .f();
    assertThat(light(Map.of(), TIMES).f()).containsExactly(sigmoid, within(1e-15));
  }

  /** N' = r N (1 - N): the logistic curve through N_T at T. */
  @Test
  void isVerhulstsLawForQ1() {
    double[] found = light(Map.of("r", 1.7, "N_T", 0.2, "T", 0.4), TIMES).f();
    for (int i = 0; i < TIMES.length; i++) {
      double expected = 1 / (1 + (1 / 0.2 - 1) * Math.exp(-1.7 * (TIMES[i] - 0.4)));
      assertThat(found[i]).isEqualTo(expected, within(1e-15));
    }
  }

  /** N' = -r N log N, and the limit of q to 0. */
  @Test
  void isGompertzLawForQ0AndInTheLimit() {
    Map<String, Object> gompertz = Map.of("r", 1.7, "N_T", 0.2, "T", 0.4, "q", 0);
    Map<String, Object> near = Map.of("r", 1.7, "N_T", 0.2, "T", 0.4, "q", 1e-9);
    double[] found = light(gompertz, TIMES).f();
    double[] limit = light(near, TIMES).f();
    for (int i = 0; i < TIMES.length; i++) {
      double expected = Math.pow(0.2, Math.exp(-1.7 * (TIMES[i] - 0.4)));
      assertThat(found[i]).isEqualTo(expected, within(1e-15));
      assertThat(limit[i]).isEqualTo(expected, within(1e-7));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2})
  void passesThroughTheSizeAtTAndSettlesAtEpsilon(double q) {
    Map<String, Object> options = Map.of("r", 4.08, "E", 3, "q", q, "N_T", 0.4, "T", 0.7);
    double[] found = light(options, -1000, 0.7, 1000).f();
    double epsilon =
        q == 0 ? Math.exp(-3 / 4.08) : Math.pow(1 - q * 3 / 4.08 * Math.pow(0.4, q), 1 / q);
    assertThat(found[0]).isZero();
    assertThat(found[1]).isEqualTo(0.4, within(1e-15));
    assertThat(found[2]).isEqualTo(epsilon, within(1e-15));
  }

  @Test
  void refusesAHarvestThatLeavesNothing() {
    assertThatThrownBy(() -> light(Map.of("E", 2), 0))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("the harvest leaves nothing");
  }

  @Test
  void crossEntropyWithDefaultsIsThatOfSoftmax() {
    Tensor outputs =
        Tensor.of(new NdArray(Shape.of(3, 2), new double[] {0.3, -1, 2, 2.5, -30, 700}));
    Tensor labels = Tensor.of(NdArray.vector(1, 0, 1));
    Configured<Loss> softmax = Configured.of(new SoftmaxCrossEntropy());
    assertThat(value(loss(Map.of()), outputs, labels))
        .isEqualTo(value(softmax, outputs, labels), within(1e-14));
  }

  @Test
  void marginIsTheMeanOfTheFunctionOfMinusTheMargin() {
    Tensor outputs = Tensor.of(new NdArray(Shape.of(2, 1), new double[] {0.3, -1}));
    Tensor labels = Tensor.of(NdArray.vector(1, 0));
    double[] l = light(Map.of("r", 2, "E", 0.5), -0.3, -1).f();
    assertThat(value(loss(Map.of("form", "margin", "r", 2, "E", 0.5)), outputs, labels))
        .isEqualTo((l[0] + l[1]) / 2, within(1e-15));
  }

  @Test
  void lossIsForTwoClasses() {
    assertThat(new LightLoss().accepts(new Target.Classes(2))).isTrue();
    assertThat(new LightLoss().accepts(new Target.Classes(3))).isFalse();
    assertThat(new LightLoss().accepts(new Target.Values(1))).isFalse();
  }

  private static Configured<Loss> loss(Map<String, Object> options) {
    return TestServices.configured(Loss.class, "light", options);
  }

  private static double value(Configured<Loss> loss, Tensor outputs, Tensor labels) {
    Tensor value = loss.service().apply(outputs, labels, loss.options());
    return new ReferenceEvaluator(Program.builder("loss").output("y", value).build())
        .run()
        .get("y")
        .values()[0];
  }
}
