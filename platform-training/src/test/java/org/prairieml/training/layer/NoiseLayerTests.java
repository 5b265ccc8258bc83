package org.prairieml.training.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.training.layer.LayerRun.network;
import static org.prairieml.training.layer.LayerRun.output;
import static org.prairieml.training.layer.LayerRun.ramp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.network.Draws;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.testkit.GradientCheck;
import org.prairieml.training.TrainingServices;

class NoiseLayerTests {

  private static final int ROWS = 500;
  private static final int WIDTH = 400;
  private static final NdArray ZEROS = NdArray.filled(Shape.of(ROWS, WIDTH), 0);
  private static final Map<String, Object> UNIFORM =
      Map.of("distribution", "uniform", "scale", 0.3);

  @Test
  void aNetworkThatIsUsedHasNoNoise() {
    NdArray x = ramp(5, 11, 5, 3, 4);

    assertThat(output(network("noise", Map.of(), 4), x, Map.of())).isEqualTo(x);
  }

  /**
   * 200,000 numbers: the mean of z errs by 0.0022, of z² by 0.0032, of z⁴ by 0.022 (standard
   * deviations); four of each are allowed.
   */
  @Test
  void normalNoiseHasTheMomentsOfTheNormalDistribution() {
    double[] z = noise(Map.of("scale", 1), 1).values();

    assertThat(moment(z, 1)).isCloseTo(0, within(0.009));
    assertThat(moment(z, 2)).isCloseTo(1, within(0.013));
    assertThat(moment(z, 4)).isCloseTo(3, within(0.09));
    assertThat(Arrays.stream(z).map(Math::abs).max().orElseThrow()).isBetween(4.0, 5.8);
  }

  /** Variance s²/3 and fourth moment s⁴/5; the tolerances are four standard deviations. */
  @Test
  void uniformNoiseReachesTheScaleAndNoFurther() {
    double[] z = noise(UNIFORM, 1).values();

    assertThat(moment(z, 1)).isCloseTo(0, within(0.0016));
    assertThat(moment(z, 2)).isCloseTo(0.03, within(0.00025));
    assertThat(moment(z, 4)).isCloseTo(0.00162, within(0.00002));
    assertThat(Arrays.stream(z).min().orElseThrow()).isBetween(-0.3, -0.2999);
    assertThat(Arrays.stream(z).max().orElseThrow()).isBetween(0.2999, 0.3);
  }

  @Test
  void noiseIsThatOfItsStepAndSeed() {
    assertThat(noise(Map.of(), 1)).isEqualTo(noise(Map.of(), 1));
    assertThat(noise(Map.of(), 2)).isNotEqualTo(noise(Map.of(), 1));
    assertThat(noise(network("noise", Map.of(), WIDTH), RandomStreams.of(2), ZEROS, 1))
        .isNotEqualTo(noise(Map.of(), 1));
  }

  @Test
  void sharedNoiseIsTheSameForAllExamples() {
    NdArray z = noise(Map.of("shared", true), 1);

    NdArray first = z.rows(0, 1);
    assertThat(Arrays.stream(first.values()).distinct().count()).isGreaterThan(WIDTH - 5);
    for (int row = 1; row < ROWS; row++) {
      assertThat(z.rows(row, row + 1)).isEqualTo(first);
    }
  }

  /** Two layers of one stream would double the noise: variance 4, not 2; tolerance as above. */
  @Test
  void layersHaveStreamsOfTheirOwn() {
    var layer = TrainingServices.configured(Layer.class, "noise", Map.of("scale", 1));
    Network network = NetworkTemplate.chain(List.of(layer, layer)).build(Shape.of(WIDTH));

    assertThat(moment(noise(network, RandomStreams.of(1), ZEROS, 1).values(), 2))
        .isCloseTo(2, within(0.026));
  }

  @Test
  void gradientsPassTheNoise() {
    Network network = network("noise", Map.of("scale", 0.5), 3);

    GradientCheck.checkGradients(
        arguments ->
            network
                .apply(arguments.getFirst(), Map.of(), new Draws(Tensor.of(1), Tensor.of(1)))
                .sin(),
        List.of(ramp(3, 7, 3, 4, 3)),
        2);
  }

  private static NdArray noise(Map<String, Object> options, int step) {
    return noise(network("noise", options, WIDTH), RandomStreams.of(1), ZEROS, step);
  }

  private static NdArray noise(Network network, RandomStreams streams, NdArray x, int step) {
    Draws draws = new Draws(Tensor.of(Draws.seed(streams)), Tensor.of(step));
    Tensor y = network.apply(Tensor.of(x), Map.of(), draws);
    return new ReferenceEvaluator(Program.builder("noise").output("y", y).build()).run().get("y");
  }

  private static double moment(double[] values, int order) {
    return Arrays.stream(values).map(z -> Math.pow(z, order)).average().orElseThrow();
  }
}
