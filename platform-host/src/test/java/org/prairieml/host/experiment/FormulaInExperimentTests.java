package org.prairieml.host.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.ServiceNotation;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;
import org.prairieml.host.plugins.FakeActivation;
import org.prairieml.host.plugins.FakeSource;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.RealActivations;
import org.prairieml.host.plugins.ServiceRegistry;
import org.prairieml.host.plugins.ServiceSource;

/** A formula where an experiment names an activation. */
class FormulaInExperimentTests {

  @TempDir private Path folder;

  @Test
  void isWrittenOutAndReadAgain() {
    Experiment experiment = read("x * sigmoid(beta*x) with beta = 1.5");
    String written = experiment.toYaml();

    assertThat(function(written))
        .containsEntry("name", "expression")
        .containsEntry("formula", "x * sigmoid(beta * x) with beta = 1.5")
        .containsEntry("scope", "layer");
    assertThat(read(written, RealActivations.installation()).toYaml()).isEqualTo(written);
  }

  @Test
  void mayStandInAList() {
    Experiment experiment =
        read(
            experiment("relu")
                .replace("function: 'relu'", "kinds: [{function: x + 1}, {function: relu}]"),
            RealActivations.installation());

    assertThat(experiment.toYaml()).contains("formula: x + 1");
  }

  @Test
  void hasItsMistakesPointedAtWithThePlaceInTheFile() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> read("x * sigmod(x)"))
        .withMessageContaining("mine.yaml, at 'network[1].function'")
        .withMessageEndingWith("\n    x * sigmod(x)\n        ^");
  }

  @Test
  void isNotMistakenForANameThatIsSpelledWrongly() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> read("pswsh"))
        .withMessageContaining("There is no activation 'pswsh'; did you mean 'pswish'?");
  }

  @Test
  void doesNotTakeANameWithAVersion() {
    assertThat(function(read("pswish@1.0.0").toYaml())).containsEntry("name", "pswish@1.0.0");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> read("pswish@0.1"))
        .withMessageContaining("pswish")
        .withMessageNotContaining("formula");
  }

  /** One plug-in reads every text as its own; another has a name that is an operator's. */
  @Test
  void neverWinsOverAName() {
    ServiceSource greedy = FakeSource.plugin("greedy", new Greedy());
    ServiceSource named = FakeSource.plugin("named", new FakeActivation("gelu"));

    assertThat(function(read(experiment("gelu"), RealActivations.installation(named)).toYaml()))
        .containsEntry("name", "gelu")
        .containsEntry("slope", 1.0);
    assertThat(function(read(experiment("pswish"), RealActivations.installation(greedy)).toYaml()))
        .containsEntry("name", "pswish");
    assertThat(function(read(experiment("no name"), RealActivations.installation(greedy)).toYaml()))
        .containsEntry("name", "a-greedy");
  }

  /** Takes any text. */
  private record Greedy() implements Activation, ServiceNotation {

    @Override
    public String name() {
      return "a-greedy";
    }

    @Override
    public String summary() {
      return "";
    }

    @Override
    public Optional<Map<String, Object>> read(String text) {
      return Optional.of(Map.of());
    }

    @Override
    public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
      return preactivation;
    }
  }

  private Experiment read(String function) {
    return read(experiment(function), RealActivations.installation());
  }

  private static String experiment(String function) {
    return """
    data: corners
    network:
    - {kind: dense, units: 3}
    - {kind: activation, function: '%s'}
    - {kind: dense, units: 2}
    """
        .formatted(function);
  }

  private Experiment read(String text, Installation installation) {
    try {
      Path file = Files.writeString(folder.resolve("mine.yaml"), text);
      return new ExperimentReader(
              new ServiceRegistry(installation), new ShippedExperiments(folder.resolve("none")))
          .read(file.toString(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> function(String yaml) {
    Map<String, Object> keys = (Map<String, Object>) YamlReader.read(yaml, "resolved");
    List<Map<String, Object>> network = (List<Map<String, Object>>) keys.get("network");
    return (Map<String, Object>) network.get(1).get("function");
  }
}
