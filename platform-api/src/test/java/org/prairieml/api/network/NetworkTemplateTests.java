package org.prairieml.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.OptionReader;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.network.Network.Node;
import org.prairieml.graph.Shape;

class NetworkTemplateTests {

  private static final OptionReader READER =
      OptionReader.of(
              "experiment.yaml",
              Services.of(
                  List.of(
                      new DenseLayer(),
                      new ActivationLayer(),
                      new SumLayer(),
                      new TestActivation.Shift(),
                      new TestActivation.Slope())))
          .at("network");

  private static final List<Object> MIXED =
      List.of(
          Map.of("kind", "dense", "units", 4),
          Map.of(
              "kind",
              "activation",
              "kinds",
              List.of(
                  Map.of("function", "slope"),
                  Map.of("function", Map.of("name", "shift", "by", 2), "share", 3))),
          Map.of("kind", "dense", "id", "last", "units", 4, "bias", false),
          Map.of("kind", "sum", "inputs", List.of("last", "dense1")),
          "sum");

  private static NetworkTemplate read(Object plain) {
    return NetworkTemplate.TYPE.read(plain, READER);
  }

  @Test
  void layersAreNumberedByKindAndConnectedToTheOneBeforeUnlessSaidOtherwise() {
    assertThat(read(MIXED).nodes())
        .extracting(Node::id, node -> node.layer().name(), Node::inputs)
        .containsExactly(
            tuple("dense1", "dense", List.of("input")),
            tuple("activation1", "activation", List.of("dense1")),
            tuple("last", "dense", List.of("activation1")),
            tuple("sum1", "sum", List.of("last", "dense1")),
            tuple("sum2", "sum", List.of("sum1")));
    assertThat(read(MIXED).build(Shape.of(7)).parameters().keySet())
        .containsExactly("dense1.weight", "dense1.bias", "activation1.kind1.slope", "last.weight");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    NetworkTemplate template = read(MIXED);
    List<Map<String, Object>> plain = template.toPlain();

    assertThat(read(plain)).hasToString(template.toString());
    assertThat(read(plain).toPlain()).isEqualTo(plain);
    assertThat(NetworkTemplate.TYPE.write(template)).isEqualTo(plain);
    assertThat(plain.get(2))
        .isEqualTo(
            Map.of(
                "id",
                "last",
                "inputs",
                List.of("activation1"),
                "kind",
                "dense",
                "units",
                4,
                "bias",
                false));
  }

  @Test
  void aChainIsWhatAListWithoutIdsReads() {
    NetworkTemplate chain = NetworkTemplate.chain(List.of(DenseLayer.of(4), SumLayer.of()));

    assertThat(chain.toPlain())
        .isEqualTo(read(List.of(Map.of("kind", "dense", "units", 4), "sum")).toPlain());
  }

  @Test
  void aReplacedLayerKeepsItsIdAndInputs() {
    NetworkTemplate before = read(MIXED);
    NetworkTemplate after =
        before.replace("activation1", ActivationLayer.of(TestActivation.slope()));

    assertThat(after.toPlain().get(1))
        .isEqualTo(
            Map.of(
                "id", "activation1",
                "inputs", List.of("dense1"),
                "kind", "activation",
                "function", Map.of("name", "slope"),
                "kinds", List.of()));
    for (int i : new int[] {0, 2, 3, 4}) {
      assertThat(after.nodes().get(i)).isSameAs(before.nodes().get(i));
    }
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    assertProblem("mlp", "'network': expected a list of layers, found 'mlp'.");
    assertProblem(
        List.of("sum", "dnse"), "'network[1]': There is no layer 'dnse'; did you mean 'dense'?");
    assertProblem(
        List.of("dense"),
        "'network[0]': the key 'units' is missing: a whole number of at least 1.");
    assertProblem(
        List.of(Map.of("kind", "dense", "units", 0)),
        "'network[0].units': expected a whole number of at least 1, found 0.");
    assertProblem(
        List.of(Map.of("kind", "dense", "unit", 3)),
        "'network[0]': there is no key 'unit' here; did you mean 'units'?");
    assertProblem(
        List.of(Map.of("units", 3)),
        "'network[0]': expected a layer, by name or with the key 'kind'.");
    assertProblem(
        List.of(Map.of("kind", "sum", "inputs", "dense1")),
        "'network[0].inputs': expected a list, found 'dense1'.");
    assertProblem(
        List.of(Map.of("kind", "sum", "id", 3)), "'network[0].id': expected a text, found 3.");
    assertProblem(
        List.of(
            Map.of(
                "kind", "activation", "kinds", List.of(Map.of("function", "slope", "share", 0)))),
        "'network[0].kinds[0].share': expected a number above 0, found 0.");
  }

  private static void assertProblem(Object plain, String message) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> read(plain))
        .withMessage("experiment.yaml, at " + message)
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }
}
