package org.prairieml.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.Options;
import org.prairieml.api.data.Target;
import org.prairieml.api.training.Loss;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import tools.jackson.databind.JsonNode;

/** Losses and their gradients against PyTorch, and by hand. 1e-12 is the oracle's tolerance. */
class LossTests {

  private static final SoftmaxCrossEntropy CROSS_ENTROPY = new SoftmaxCrossEntropy();
  private static final MeanSquaredError SQUARED_ERROR = new MeanSquaredError();

  static Stream<JsonNode> crossEntropies() {
    return Oracles.read("autodiff.json")
        .get("cases")
        .valueStream()
        .filter(c -> c.get("name").stringValue().startsWith("softmax_cross_entropy"));
  }

  @ParameterizedTest
  @MethodSource("crossEntropies")
  void crossEntropyAndItsGradientAreThoseOfTheReference(JsonNode oracle) {
    double scale = oracle.get("name").stringValue().contains("large") ? 300 : 1;
    Program.Builder builder = Program.builder("loss");
    Tensor x = builder.input("x", Shape.of(Oracles.shape(oracle.get("inputs").get("x"))));
    Tensor y = builder.input("y", Shape.of(x.shape().dimension(0)));
    Tensor loss = CROSS_ENTROPY.apply(x.mul(scale), y, Options.NONE);
    ReferenceEvaluator program =
        new ReferenceEvaluator(
                builder.output("loss", loss).output("g", Gradients.of(loss, x)).build())
            .set("x", Oracles.doubles(oracle.get("inputs").get("x")))
            .set("y", Oracles.doubles(oracle.get("int_inputs").get("labels")))
            .run();

    double expected = Oracles.doubles(oracle.get("y"))[0];
    assertThat(RelativeError.of(program.output("loss")[0], expected)).isLessThan(1e-12);
    double weight = Oracles.doubles(oracle.get("w"))[0];
    double[] gradient = Oracles.doubles(oracle.get("grad").get("x"));
    for (int i = 0; i < gradient.length; i++) {
      assertThat(RelativeError.of(weight * program.output("g")[i], gradient[i])).isLessThan(1e-12);
    }
  }

  @Test
  void crossEntropyOfEqualOutputsIsTheLogarithmOfTheNumberOfClasses() {
    double loss =
        value(
            CROSS_ENTROPY,
            new NdArray(Shape.of(2, 4), new double[] {5, 5, 5, 5, -1e4, -1e4, -1e4, -1e4}),
            NdArray.vector(0, 3));
    assertThat(loss).isCloseTo(Math.log(4), within(1e-15));
  }

  @Test
  void squaredErrorIsTheMeanOverExamplesAndValues() {
    double loss =
        value(
            SQUARED_ERROR,
            new NdArray(Shape.of(2, 2), new double[] {1, 2, 3, 4}),
            new NdArray(Shape.of(2, 2), new double[] {1, 0, 0, 4}));
    assertThat(loss).isEqualTo((4 + 9) / 4.0);
  }

  @Test
  void eachLossKnowsItsTargets() {
    Target classes = new Target.Classes(3);
    Target values = new Target.Values(3);
    assertThat(List.of(CROSS_ENTROPY.accepts(classes), CROSS_ENTROPY.accepts(values)))
        .containsExactly(true, false);
    assertThat(List.of(SQUARED_ERROR.accepts(classes), SQUARED_ERROR.accepts(values)))
        .containsExactly(false, true);
  }

  private static double value(Loss loss, NdArray outputs, NdArray targets) {
    Program program =
        Program.builder("loss")
            .output("loss", loss.apply(Tensor.of(outputs), Tensor.of(targets), Options.NONE))
            .build();
    return new ReferenceEvaluator(program).run().output("loss")[0];
  }
}
