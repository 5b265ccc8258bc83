package org.prairieml.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class DenseLayerTests {

  private static final NdArray WEIGHT =
      new NdArray(Shape.of(3, 2), new double[] {1, 2, 3, 4, 5, 6});
  private static final NdArray BIAS = NdArray.vector(100, 200, 300);

  private static Network network(Configured<Layer> layer, Shape example) {
    return NetworkTemplate.chain(List.of(layer)).build(example);
  }

  @Test
  void theOutputIsTheInputTimesTheTransposedWeightPlusTheBias() {
    NdArray x = new NdArray(Shape.of(2, 2), new double[] {1, 10, -1, 0});
    NdArray y =
        NetworkRun.output(
            network(DenseLayer.of(3), Shape.of(2)),
            x,
            Map.of("dense1.weight", WEIGHT, "dense1.bias", BIAS));

    assertThat(y)
        .isEqualTo(
            new NdArray(Shape.of(2, 3), new double[] {21 + 100, 43 + 200, 65 + 300, 99, 197, 295}));
  }

  @Test
  void theBiasCanBeLeftOut() {
    Network network = network(DenseLayer.of(3).with(DenseLayer.BIAS, false), Shape.of(2));
    NdArray x = new NdArray(Shape.of(1, 2), new double[] {1, 10});

    assertThat(network.parameters()).containsOnlyKeys("dense1.weight");
    assertThat(NetworkRun.output(network, x, Map.of("dense1.weight", WEIGHT)).values())
        .containsExactly(21, 43, 65);
  }

  @Test
  void axesBeforeTheLastAreKept() {
    Network network = network(DenseLayer.of(3), Shape.of(4, 2));
    NdArray x = NdArray.filled(Shape.of(5, 4, 2), 1);
    NdArray y = NetworkRun.output(network, x, Map.of("dense1.weight", WEIGHT, "dense1.bias", BIAS));

    assertThat(network.outputShape()).isEqualTo(Shape.of(4, 3));
    assertThat(y.shape()).isEqualTo(Shape.of(5, 4, 3));
    assertThat(y.values()).startsWith(103, 207, 311, 103);
  }

  @Test
  void anExampleWithoutAxesHasNoNeurons() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> network(DenseLayer.of(3), Shape.SCALAR))
        .withMessageStartingWith("Layer 'dense1' (dense): Op 'matmul' in 'dense1':");
  }
}
