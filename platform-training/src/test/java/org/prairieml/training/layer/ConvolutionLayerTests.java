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
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.testkit.GradientCheck;

class ConvolutionLayerTests {

  /** {@code conv2d} of PyTorch 1.13 on the same whole numbers, in its layout of weights. */
  @Test
  void theOutputIsThatOfPyTorch() {
    Network network =
        network(
            "conv",
            Map.of(
                "filters", 6,
                "kernel", List.of(3, 2),
                "stride", List.of(2, 1),
                "padding", List.of(1, 0),
                "dilation", List.of(1, 2),
                "groups", 2),
            5,
            4,
            4);
    NdArray y =
        output(
            network,
            ramp(1, 7, 3, 1, 5, 4, 4),
            Map.of("conv1.weight", ramp(1, 5, 2, 6, 2, 3, 2), "conv1.bias", ramp(10, 100, 0, 6)));

    assertThat(network.outputShape()).isEqualTo(Shape.of(3, 2, 6));
    assertThat(y.values())
        .containsExactly(
            -9, 15, 19, 21, 52, 43, 30, -4, 17, 31, 38, 40, 32, -2, 14, 33, 41, 34, -8, 2, 42, 22,
            32, 57, -2, 0, 42, 32, 32, 62, -2, 11, 9, 16, 70, 34);
  }

  @Test
  void oneAxisIsTheSumOverTheKernelAndTheChannels() {
    NdArray x = ramp(5, 13, 6, 2, 9, 3);
    NdArray weight = ramp(3, 7, 3, 4, 3, 5);
    Network network = network("conv", Map.of("filters", 4, "kernel", 5, "bias", false), 9, 3);
    double[] expected = new double[2 * 5 * 4];
    for (int i = 0; i < expected.length; i++) {
      int filter = i % 4;
      int first = i / 4 % 5;
      int example = i / 20;
      for (int tap = 0; tap < 5; tap++) {
        for (int channel = 0; channel < 3; channel++) {
          expected[i] +=
              x.values()[(example * 9 + first + tap) * 3 + channel]
                  * weight.values()[(filter * 3 + channel) * 5 + tap];
        }
      }
    }

    assertThat(network.parameters()).containsOnlyKeys("conv1.weight");
    assertThat(output(network, x, Map.of("conv1.weight", weight)).values())
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void threeAxesOfOneElementAreADenseLayerPerPlace() {
    Network network = network("conv", Map.of("filters", 2, "kernel", 1), 2, 3, 4, 5);
    NdArray y =
        output(
            network,
            NdArray.filled(Shape.of(1, 2, 3, 4, 5), 2),
            Map.of("conv1.weight", ramp(1, 20, 0, 2, 5, 1, 1, 1), "conv1.bias", ramp(1, 2, 0, 2)));

    assertThat(y.shape()).isEqualTo(Shape.of(1, 2, 3, 4, 2));
    // 2 (0 + 1 + 2 + 3 + 4), and 2 (5 + 6 + 7 + 8 + 9) + 1
    assertThat(y.values()).startsWith(20, 71, 20, 71);
  }

  @ParameterizedTest
  @CsvSource({"9,3,1,1,9", "9,4,1,1,9", "9,3,2,1,5", "10,3,2,1,5", "10,5,3,2,4", "4,1,3,1,2"})
  void samePaddingMakesAsManyPlacesAsStridesFit(
      int size, int kernel, int stride, int dilation, int places) {
    Map<String, Object> options =
        Map.of(
            "filters", 1,
            "kernel", kernel,
            "stride", stride,
            "dilation", dilation,
            "padding", "same");
    assertThat(network("conv", options, size, 1).outputShape()).isEqualTo(Shape.of(places, 1));
  }

  @Test
  void whereSamePaddingIsOddTheEndGetsMore() {
    Network network =
        network("conv", Map.of("filters", 1, "kernel", 2, "padding", "same", "bias", false), 3, 1);
    NdArray y =
        output(
            network,
            new NdArray(Shape.of(1, 3, 1), new double[] {1, 2, 4}),
            Map.of("conv1.weight", new NdArray(Shape.of(1, 1, 2), new double[] {1, 10})));

    assertThat(y.values()).containsExactly(21, 42, 4);
  }

  /** In a grouped convolution an output sees the channels of its group alone. */
  @Test
  void startValuesAreWithinOneOverTheRootOfTheFanIn() {
    Map<String, ParameterSpec> parameters =
        network("conv", Map.of("filters", 6, "kernel", List.of(3, 5), "groups", 2), 8, 8, 4)
            .parameters();
    Distribution expected = Distribution.fanInUniform(2 * 3 * 5);

    assertThat(parameters.get("conv1.weight"))
        .isEqualTo(
            new ParameterSpec(
                "conv1.weight", Shape.of(6, 2, 3, 5), ParameterSpec.Role.WEIGHT, expected));
    assertThat(parameters.get("conv1.bias"))
        .isEqualTo(new ParameterSpec("conv1.bias", Shape.of(6), ParameterSpec.Role.BIAS, expected));
  }

  @ParameterizedTest
  @CsvSource({"valid, 1, 1", "same, 2, 1", "same, 1, 2"})
  void gradientsAreTheDifferenceQuotients(String padding, int stride, int dilation) {
    Network network =
        network(
            "conv",
            Map.of(
                "filters",
                4,
                "kernel",
                List.of(3, 2),
                "stride",
                stride,
                "dilation",
                dilation,
                "padding",
                padding,
                "groups",
                2),
            6,
            5,
            2);
    GradientCheck.checkGradients(
        tensors ->
            network.apply(
                tensors.get(0),
                Map.of("conv1.weight", tensors.get(1), "conv1.bias", tensors.get(2))),
        List.of(ramp(3, 11, 5, 2, 6, 5, 2), ramp(5, 7, 3, 4, 1, 3, 2), ramp(1, 4, 1, 4)),
        2);
  }

  @Test
  void misfitsSayWhichLayerWhichShapeAndWhatToDo() {
    assertThatThrownBy(() -> network("conv", Map.of("filters", 8, "kernel", 3), 40))
        .isInstanceOf(PrairieException.class)
        .hasMessage(
            "Layer 'conv1' (conv): needs examples of 1 to 3 spatial axes and one of channels, found"
                + " [40]; a layer 'reshape' before it can add an axis, such as 'shape: [-1, 1]'.");
    assertThatThrownBy(
            () -> network("conv", Map.of("filters", 8, "kernel", List.of(3, 5)), 9, 4, 2))
        .hasMessage(
            "Layer 'conv1' (conv): the kernel reaches over 5 elements, but along spatial axis 2 of"
                + " the input [9, 4, 2] there are 4 with padding; take a smaller one, 'padding:"
                + " same', or less stride before.");
    assertThatThrownBy(() -> network("conv", Map.of("filters", 8, "kernel", List.of(3, 5)), 9, 2))
        .hasMessage(
            "Layer 'conv1' (conv): 'kernel' has 2 amounts, but the input has 1 spatial axes; give"
                + " one amount for all, or one per axis.");
    assertThatThrownBy(
            () -> network("conv", Map.of("filters", 8, "kernel", 3, "groups", 4), 9, 9, 6))
        .hasMessage(
            "Layer 'conv1' (conv): 'groups' is 4, but the input has 6 channels, which do not fall"
                + " into so many equal blocks.");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThatThrownBy(() -> network("conv", Map.of("filters", 8, "kernel", 0), 9, 1))
        .hasMessageContaining("at 'kernel': expected a whole number from 1 to 32767, found 0.");
    assertThatThrownBy(
            () -> network("conv", Map.of("filters", 8, "kernel", 3, "padding", "full"), 9, 1))
        .hasMessageContaining("at 'padding': expected valid, same, ")
        .hasMessageContaining("found 'full'.");
  }

  @Test
  void optionsAreWrittenAsTheyAreRead() {
    for (Object padding : List.of("valid", "same", 2, List.of(1, 0))) {
      Map<String, Object> options =
          Map.of("filters", 8, "kernel", List.of(3, 5), "padding", padding);
      assertThat(network("conv", options, 9, 9, 2).nodes().getFirst().layer().toPlain())
          .containsAllEntriesOf(options)
          .containsEntry("stride", 1);
    }
  }
}
