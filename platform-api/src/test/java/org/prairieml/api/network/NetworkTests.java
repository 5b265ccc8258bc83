package org.prairieml.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.prairieml.api.network.ParameterSpec.Role.ACTIVATION;
import static org.prairieml.api.network.ParameterSpec.Role.BIAS;
import static org.prairieml.api.network.ParameterSpec.Role.WEIGHT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Network.Node;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class NetworkTests {

  private static final List<Configured<Layer>> LAYERS =
      List.of(DenseLayer.of(4), ActivationLayer.of(TestActivation.slope()), DenseLayer.of(3));

  private final Network network = chain(LAYERS);

  private static Network chain(List<Configured<Layer>> layers) {
    return NetworkTemplate.chain(layers).build(Shape.of(5));
  }

  @Test
  void parametersAreNamedAndShapedAsInPyTorch() {
    assertThat(network.parameters().values())
        .extracting(ParameterSpec::name, ParameterSpec::shape, ParameterSpec::role)
        .containsExactly(
            tuple("dense1.weight", Shape.of(4, 5), WEIGHT),
            tuple("dense1.bias", Shape.of(4), BIAS),
            tuple("activation1.slope", Shape.SCALAR, ACTIVATION),
            tuple("dense2.weight", Shape.of(3, 4), WEIGHT),
            tuple("dense2.bias", Shape.of(3), BIAS));
    assertThat(network.parameters().keySet())
        .containsExactly(
            "dense1.weight", "dense1.bias", "activation1.slope", "dense2.weight", "dense2.bias");
    assertThat(network.parameterCount()).isEqualTo(20 + 4 + 1 + 12 + 3);
  }

  @Test
  void shapesOfInputAndOutputAreThoseOfOneExample() {
    assertThat(network.exampleShape()).isEqualTo(Shape.of(5));
    assertThat(network.outputShape()).isEqualTo(Shape.of(3));
    assertThat(network.nodes())
        .extracting(Node::id)
        .containsExactly("dense1", "activation1", "dense2");
  }

  @Test
  void everyLayerSeesTheOneBeforeForAnyNumberOfExamples() {
    Network small =
        NetworkTemplate.chain(
                List.of(
                    ActivationLayer.of(TestActivation.shift(1)),
                    ActivationLayer.of(TestActivation.slope())))
            .build(Shape.of(2));
    NdArray x = new NdArray(Shape.of(3, 2), new double[] {1, 2, 3, 4, 5, 6});
    Map<String, NdArray> activity =
        NetworkRun.activity(small, x, Map.of("activation2.slope", NdArray.scalar(10)));

    assertThat(activity.keySet()).containsExactly("input", "activation1", "activation2");
    assertThat(activity.get("input")).isEqualTo(x);
    assertThat(activity.get("activation1").values()).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(activity.get("activation2").values()).containsExactly(20, 30, 40, 50, 60, 70);
  }

  @Test
  void nodesMayBeConnectedToAnyEarlierOnes() {
    Network skip =
        Network.of(
            Shape.of(2),
            List.of(
                new Node("a", ActivationLayer.of(TestActivation.shift(10)), List.of("input")),
                new Node("b", ActivationLayer.of(TestActivation.shift(100)), List.of("input")),
                new Node("all", SumLayer.of(), List.of("a", "input", "b", "a"))));
    NdArray x = new NdArray(Shape.of(1, 2), new double[] {1, 2});

    assertThat(NetworkRun.output(skip, x, Map.of()).values())
        .containsExactly(4 * 1 + 120, 4 * 2 + 120);
  }

  @Test
  void tensorsAreBuiltInTheScopeOfTheirLayer() {
    Map<String, Tensor> values = new HashMap<>();
    network.parameters().forEach((name, spec) -> values.put(name, Tensor.filled(spec.shape(), 1)));

    network
        .activity(Tensor.filled(Shape.of(7, 5), 1), values)
        .forEach(
            (id, tensor) -> assertThat(tensor.scope()).isEqualTo(id.equals("input") ? "" : id));
  }

  @Test
  void startValuesAreThoseOfTheParametersOwnDistributions() {
    Map<String, NdArray> values = network.initialValues(RandomStreams.of(1));

    assertThat(values.keySet()).containsExactlyElementsOf(network.parameters().keySet());
    values.forEach((name, value) ->
        assertThat(value.shape()).isEqualTo(network.parameters().get(name).shape()));
    assertThat(values.get("activation1.slope")).isEqualTo(NdArray.scalar(0.25));
    assertThat(Arrays.stream(values.get("dense1.weight").values()))
        .allMatch(w -> Math.abs(w) <= 1 / Math.sqrt(5))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(values.get("dense2.bias").values()))
        .allMatch(b -> Math.abs(b) <= 1 / Math.sqrt(4));
  }

  @Test
  void startValuesStayTheSameWhenALayerIsAddedAfterOrBeside() {
    Network longer = chain(List.of(LAYERS.get(0), LAYERS.get(1), LAYERS.get(2), DenseLayer.of(9)));
    Map<String, NdArray> values = network.initialValues(RandomStreams.of(1));

    assertThat(longer.initialValues(RandomStreams.of(1))).containsAllEntriesOf(values);
    assertThat(network.initialValues(RandomStreams.of(1))).isEqualTo(values);
    assertThat(network.initialValues(RandomStreams.of(2)).get("dense1.weight"))
        .isNotEqualTo(values.get("dense1.weight"));
    assertThat(network.initialValues(RandomStreams.of(1).child("trial2")).get("dense1.weight"))
        .isNotEqualTo(values.get("dense1.weight"));
  }

  @Test
  void parametersOfDifferentNamesHaveIndependentStartValues() {
    Network twins =
        Network.of(
            Shape.of(5),
            List.of(
                new Node("a", DenseLayer.of(5), List.of("input")),
                new Node("b", DenseLayer.of(5), List.of("a"))));
    Map<String, NdArray> values = twins.initialValues(RandomStreams.of(1));

    assertThat(values.values().stream().collect(Collectors.toSet())).hasSize(4);
  }

  @Test
  void layersThatDoNotFitAreNamedWithTheirKind() {
    assertProblem(List.of(), "The network has no layers.");
    assertProblem(
        List.of(
            new Node("a", DenseLayer.of(3), List.of("input")),
            new Node("both", SumLayer.of(), List.of("a", "input"))),
        "Layer 'both' (sum): Op 'add' in 'both': shapes [1, 3] and [1, 5] do not broadcast to"
            + " one.");
    assertProblem(
        List.of(
            new Node("a", DenseLayer.of(3), List.of("input")),
            new Node("a", DenseLayer.of(3), List.of("a"))),
        "Layer 'a' (dense): the id is taken.");
    assertProblem(
        List.of(new Node("input", SumLayer.of(), List.of("input"))),
        "Layer 'input' (sum): the id is taken.");
    assertProblem(
        List.of(new Node("a", DenseLayer.of(3), List.of())),
        "Layer 'a' (dense): it has no inputs; leave 'inputs' out to connect it to the layer"
            + " before.");
    assertProblem(
        List.of(new Node("a", SumLayer.of(), List.of("imput"))),
        "Layer 'a' (sum): there is no earlier layer 'imput'.");
    assertProblem(
        List.of(
            new Node("a", SumLayer.of(), List.of("b")),
            new Node("b", SumLayer.of(), List.of("input"))),
        "Layer 'a' (sum): there is no earlier layer 'b'.");
  }

  private static void assertProblem(List<Node> nodes, String message) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> Network.of(Shape.of(5), nodes))
        .withMessage(message)
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }

  @Test
  void inputsThatDoNotFitTheNetworkAreNamedByLayer() {
    Map<String, Tensor> values = new HashMap<>();
    network.parameters().forEach((name, spec) -> values.put(name, Tensor.filled(spec.shape(), 1)));

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> network.apply(Tensor.filled(Shape.of(7, 6), 1), values))
        .withMessage(
            "Layer 'dense1' (dense): Op 'matmul' in 'dense1': inner dimensions differ:"
                + " [7, 6] x [4, 5]^T.");
  }
}
