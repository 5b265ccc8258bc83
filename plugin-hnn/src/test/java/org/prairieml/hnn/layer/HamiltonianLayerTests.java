package org.prairieml.hnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.activation;
import static org.prairieml.hnn.TestServices.dense;
import static org.prairieml.hnn.TestServices.hamiltonian;
import static org.prairieml.hnn.TestServices.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

class HamiltonianLayerTests {

  private static final NdArray STATE = new NdArray(Shape.of(1, 2), new double[] {0.3, -0.7});

  @Test
  void refusesReluBecauseItsGradientDoesNotChange() {
    NetworkTemplate relu =
        network(dense("h", 5, true), activation("relu"), dense("e", 1, false), hamiltonian("e"));

    assertThatThrownBy(() -> relu.build(Shape.of(2)))
        .isInstanceOfSatisfying(
            PrairieException.class,
            e -> assertThat(e.fault()).isEqualTo(PrairieException.Fault.BAD_INPUT))
        .hasMessageContaining("no second derivative")
        .hasMessageContaining("tanh");
  }

  @Test
  void acceptsReluBesideSmoothNeurons() {
    Map<String, Object> mixed =
        Map.of(
            "kind",
            "activation",
            "kinds",
            List.of(Map.of("function", "relu"), Map.of("function", "tanh")));

    Network network =
        network(dense("h", 6, true), mixed, dense("e", 1, false), hamiltonian("e"))
            .build(Shape.of(2));

    assertThat(network.outputShape()).isEqualTo(Shape.of(2));
  }

  @Test
  void refusesAnEnergyThatIsNotOneNumber() {
    NetworkTemplate wide =
        network(dense("h", 5, true), activation("tanh"), dense("e", 2, false), hamiltonian("e"));

    assertThatThrownBy(() -> wide.build(Shape.of(2)))
        .hasMessageContaining("energies with 1 column");
  }

  @Test
  void refusesAnOddNumberOfCoordinates() {
    NetworkTemplate template =
        network(dense("h", 5, true), activation("tanh"), dense("e", 1, false), hamiltonian("e"));

    assertThatThrownBy(() -> template.build(Shape.of(3)))
        .hasMessageContaining("as many positions as momenta");
  }

  @Test
  void saysHowToConnectIt() {
    NetworkTemplate unconnected = network(dense("e", 1, false), Map.of("kind", "hamiltonian"));

    assertThatThrownBy(() -> unconnected.build(Shape.of(2)))
        .hasMessageContaining("inputs: [input, <layer of the energy>]");
  }

  /** H = tanh(w . x): the gradient is w (1 - H^2), known in closed form. */
  @Test
  void solenoidalAndConservativeFieldsAreTheTurnedAndThePlainGradient() {
    double[] w = {0.4, 1.1};
    double h = Math.tanh(0.3 * w[0] - 0.7 * w[1]);
    double slope = 1 - h * h;

    assertThat(field("solenoidal", 1, w))
        .containsExactly(new double[] {w[1] * slope, -w[0] * slope}, within(1e-14));
    assertThat(field("conservative", 1, w))
        .containsExactly(new double[] {w[0] * slope, w[1] * slope}, within(1e-14));
  }

  /** Two energies: the first gives a gradient, the second a Hamiltonian field. */
  @Test
  void bothFieldsAddUp() {
    double[] w = {0.4, 1.1, -0.2, 0.5};
    double first = Math.tanh(0.3 * w[0] - 0.7 * w[1]);
    double second = Math.tanh(0.3 * w[2] - 0.7 * w[3]);
    double a = 1 - first * first;
    double b = 1 - second * second;

    assertThat(field("both", 2, w))
        .containsExactly(new double[] {w[0] * a + w[3] * b, w[1] * a - w[2] * b}, within(1e-14));
  }

  private static double[] field(String kind, int energies, double... weights) {
    Map<String, Object> layer = new LinkedHashMap<>(hamiltonian("activation1"));
    layer.put("field", kind);
    Network network =
        network(dense("e", energies, false), activation("tanh"), layer).build(Shape.of(2));
    Tensor weight = Tensor.of(new NdArray(Shape.of(energies, 2), weights));
    return evaluate(network.apply(Tensor.of(STATE), Map.of("e.weight", weight)));
  }

  @Test
  void energiesOfPositionsAndMomentaMakeASeparableLaw() {
    Network network = separable(dense("vh", 4, true), activation("tanh")).build(Shape.of(2));
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    network
        .initialValues(RandomStreams.of(5))
        .forEach((name, value) -> parameters.put(name, Tensor.of(value)));

    double[] one = evaluate(network.apply(Tensor.of(STATE), parameters));
    NdArray moved = new NdArray(Shape.of(1, 2), new double[] {1.3, -0.7});
    double[] other = evaluate(network.apply(Tensor.of(moved), parameters));

    assertThat(other[0]).as("dq/dt depends on p alone").isEqualTo(one[0]);
    assertThat(other[1]).isNotEqualTo(one[1]);
  }

  /** A kinetic energy that can be learned does not hide a potential that cannot. */
  @Test
  void refusesOneOfTwoEnergiesWithKinksButNotALinearOne() {
    NetworkTemplate kinked = separable(dense("vh", 4, true), activation("relu"));

    assertThatThrownBy(() -> kinked.build(Shape.of(2)))
        .hasMessageContaining("no second derivative (ReLU");
    assertThatCode(() -> separable(dense("vh", 4, true)).build(Shape.of(2)))
        .doesNotThrowAnyException();
  }

  private static NetworkTemplate separable(Object... potential) {
    List<Object> layers =
        new ArrayList<>(
            List.of(Map.of("kind", "positions", "id", "q", "inputs", List.of("input"))));
    layers.addAll(List.of(potential));
    layers.addAll(
        List.of(
            dense("v", 1, false),
            Map.of("kind", "momenta", "id", "p", "inputs", List.of("input")),
            dense("th", 4, true),
            activation("tanh"),
            dense("t", 1, false),
            hamiltonian("t", "v")));
    return network(layers.toArray());
  }

  private static double[] evaluate(Tensor value) {
    return new ReferenceEvaluator(Program.builder("test").output("value", value).build())
        .run()
        .output("value");
  }
}
