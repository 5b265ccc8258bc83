package org.prairieml.training.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.training.layer.LayerRun.network;
import static org.prairieml.training.layer.LayerRun.output;
import static org.prairieml.training.layer.LayerRun.ramp;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Network;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.testkit.GradientCheck;

class PoolingLayerTests {

  private static final NdArray X = ramp(5, 11, 5, 1, 6, 2);
  private static final Map<String, Object> THREE = Map.of("kernel", 3, "stride", 2, "padding", 1);

  /** {@code max_pool1d} and {@code avg_pool1d} of PyTorch 1.13 on the same whole numbers. */
  @Test
  void theOutputsAreThoseOfPyTorch() {
    assertThat(pooled("max-pool", THREE)).containsExactly(5, 0, 5, -1, 3, -3);
    assertThat(pooled("average-pool", THREE))
        .containsExactly(new double[] {0, -0.5, 4, -2, 2, -4}, within(1e-14));
    assertThat(
            pooled(
                "average-pool",
                Map.of("kernel", 3, "stride", 2, "padding", 1, "count-padding", true)))
        .containsExactly(new double[] {0, -1 / 3.0, 4, -2, 2, -4}, within(1e-14));
  }

  private static double[] pooled(String kind, Map<String, Object> options) {
    return output(network(kind, options, 6, 2), X, Map.of()).values();
  }

  @Test
  void byDefaultTheWindowsAreBlocksOfTwo() {
    Network network = network("max-pool", Map.of(), 4, 6, 3);

    assertThat(network.outputShape()).isEqualTo(Shape.of(2, 3, 3));
    assertThat(network.parameters()).isEmpty();
  }

  @Test
  void samePaddingKeepsTheEnd() {
    NdArray x = new NdArray(Shape.of(1, 5, 1), new double[] {1, 2, 3, 4, 5});
    Map<String, Object> same = Map.of("padding", "same");

    assertThat(output(network("max-pool", same, 5, 1), x, Map.of()).values())
        .containsExactly(2, 4, 5);
    assertThat(output(network("average-pool", same, 5, 1), x, Map.of()).values())
        .containsExactly(1.5, 3.5, 5);
  }

  @Test
  void globalPoolingAveragesAllPlacesOfAChannel() {
    Network network = network("global-average-pool", Map.of(), 2, 3, 2);
    NdArray x = ramp(1, 100, 0, 2, 2, 3, 2);

    assertThat(network.outputShape()).isEqualTo(Shape.of(2));
    // 0, 2, ..., 10 and 1, 3, ..., 11; the second example has 12 more.
    assertThat(output(network, x, Map.of()).values())
        .containsExactly(new double[] {5, 6, 17, 18}, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-pool", "average-pool"})
  void gradientsAreTheDifferenceQuotients(String kind) {
    Network network = network(kind, Map.of("kernel", List.of(3, 2), "padding", "same"), 7, 5, 2);
    // Steps of 37 modulo 149 leave no two elements of a window alike.
    GradientCheck.checkGradients(
        tensors -> network.apply(tensors.getFirst(), Map.of()),
        List.of(ramp(37, 149, 70, 2, 7, 5, 2)),
        1);
  }

  @Test
  void misfitsSayWhichLayerWhichShapeAndWhatToDo() {
    assertThatThrownBy(() -> network("max-pool", Map.of("kernel", 4), 3, 8))
        .isInstanceOf(PrairieException.class)
        .hasMessage(
            "Layer 'max-pool1' (max-pool): the window reaches over 4 elements, but along spatial"
                + " axis 1 of the input [3, 8] there are 3 with padding; take a smaller one,"
                + " 'padding: same', or less stride before.");
    assertThatThrownBy(() -> network("average-pool", Map.of("padding", 2), 3, 8))
        .hasMessageStartingWith("Layer 'average-pool1' (average-pool): Pooling window: padding");
    assertThatThrownBy(() -> network("global-average-pool", Map.of(), 10))
        .hasMessageContaining("found [10]; a layer 'reshape' before it");
  }
}
