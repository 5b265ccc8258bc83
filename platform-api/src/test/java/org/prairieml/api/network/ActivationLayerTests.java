package org.prairieml.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.ActivationLayer.Placement;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class ActivationLayerTests {

  private static final Options TEN = ActivationLayer.kind(TestActivation.shift(10), 1);
  private static final Options TWENTY = ActivationLayer.kind(TestActivation.shift(20), 1);
  private static final Options SLOPE = ActivationLayer.kind(TestActivation.slope(), 2);

  private static Network network(Configured<Layer> layer, int... example) {
    return NetworkTemplate.chain(List.of(layer)).build(Shape.of(example));
  }

  private static double[] output(Network network, Map<String, NdArray> values) {
    NdArray zeros = NdArray.filled(network.exampleShape().insert(0, 1), 0);
    return NetworkRun.output(network, zeros, values).values();
  }

  @Test
  void oneFunctionServesAllNeurons() {
    Network network = network(ActivationLayer.of(TestActivation.shift(3)), 4);

    assertThat(output(network, Map.of())).containsExactly(3, 3, 3, 3);
    assertThat(network.parameters()).isEmpty();
  }

  @Test
  void kindsTakeConsecutiveBlocksAndNoNeuronOfAnOddWidthIsLeftOut() {
    Network network = network(ActivationLayer.mixed(List.of(TEN, TWENTY)), 5);

    assertThat(output(network, Map.of())).containsExactly(10, 10, 10, 20, 20);
  }

  @Test
  void sharesAreRelative() {
    Network network =
        network(
            ActivationLayer.mixed(
                List.of(
                    ActivationLayer.kind(TestActivation.shift(1), 0.5),
                    ActivationLayer.kind(TestActivation.shift(2), 1),
                    ActivationLayer.kind(TestActivation.shift(3), 0.5))),
            8);

    assertThat(output(network, Map.of())).containsExactly(1, 1, 2, 2, 2, 2, 3, 3);
  }

  @Test
  void neuronsAreTheLastAxis() {
    Network network = network(ActivationLayer.mixed(List.of(TEN, TWENTY)), 2, 3);

    assertThat(output(network, Map.of())).containsExactly(10, 10, 20, 10, 10, 20);
  }

  @Test
  void everyKindHasParametersOfItsOwn() {
    Network network = network(ActivationLayer.mixed(List.of(SLOPE, TEN, SLOPE)), 5);

    assertThat(network.parameters().keySet())
        .containsExactly("activation1.kind1.slope", "activation1.kind3.slope");
    assertThat(network.parameters().get("activation1.kind1.slope").role())
        .isEqualTo(ParameterSpec.Role.ACTIVATION);
    assertThat(
            NetworkRun.output(
                    network,
                    NdArray.filled(Shape.of(1, 5), 1),
                    Map.of(
                        "activation1.kind1.slope", NdArray.scalar(7),
                        "activation1.kind3.slope", NdArray.scalar(8)))
                .values())
        .containsExactly(7, 7, 11, 8, 8);
  }

  @Test
  void placementsListTheFunctionsWithTheirNames() {
    Options single = ActivationLayer.of(TestActivation.slope()).options();
    Options mixed = ActivationLayer.mixed(List.of(TEN, SLOPE)).options();

    assertThat(ActivationLayer.placements(single))
        .containsExactly(new Placement("function", "", TestActivation.slope(), 1));
    assertThat(ActivationLayer.placements(mixed))
        .containsExactly(
            new Placement("kind1", "kind1.", TestActivation.shift(10), 1),
            new Placement("kind2", "kind2.", TestActivation.slope(), 2));
  }

  @Test
  void thereIsEitherOneFunctionOrKinds() {
    Configured<Layer> neither = ActivationLayer.mixed(List.of());
    Configured<Layer> both =
        ActivationLayer.of(TestActivation.slope()).with(ActivationLayer.KINDS, List.of(TEN));

    for (Configured<Layer> layer : List.of(neither, both)) {
      assertThatExceptionOfType(PrairieException.class)
          .isThrownBy(() -> network(layer, 4))
          .withMessageStartingWith(
              "Layer 'activation1' (activation): give either 'function' or 'kinds'");
    }
  }

  @Test
  void aKindWithoutNeuronsIsAnError() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> network(ActivationLayer.mixed(List.of(TEN, TWENTY)), 1))
        .withMessageStartingWith(
            "Layer 'activation1' (activation): 1 neurons in shares [1.0, 1.0] leave a kind"
                + " without any");
  }
}
