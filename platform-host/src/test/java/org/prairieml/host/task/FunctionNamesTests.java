package org.prairieml.host.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.Services;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

class FunctionNamesTests {

  private static final Option<String> LABEL = Option.text("label", "", "What it is called.");
  private static final Option<Double> ALPHA = Option.real("alpha", RealRange.ANY, 1, "A factor.");

  private record Bent() implements Activation {

    @Override
    public String name() {
      return "bent";
    }

    @Override
    public String summary() {
      return "A line.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(LABEL, ALPHA);
    }

    @Override
    public Optional<String> label(Options options) {
      return Optional.of(options.get(LABEL)).filter(label -> !label.isEmpty());
    }

    @Override
    public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
      return preactivation;
    }
  }

  @Test
  void areServicesWithWhatTheirOptionsChange() {
    assertThat(names(List.of(bent(Map.of()), bent(Map.of("alpha", 2.5)))))
        .containsExactly("bent", "bent alpha=2.5");
  }

  @Test
  void areLabelsWhereThereAreAny() {
    assertThat(names(List.of(bent(Map.of("alpha", 2, "label", "neurons.kind1")))))
        .containsExactly("neurons.kind1");
  }

  @Test
  void areNumberedWhereTheyWouldBeAlike() {
    assertThat(
            names(
                List.of(
                    bent(Map.of("alpha", 2, "label", "kind")),
                    bent(Map.of("alpha", 3, "label", "kind")),
                    bent(Map.of()),
                    bent(Map.of("label", "kind")))))
        .containsExactly("kind", "kind (2)", "bent", "kind (3)");
  }

  private static Configured<Activation> bent(Map<String, Object> options) {
    Bent service = new Bent();
    return new Configured<>(service, Options.of(service.options(), options));
  }

  private static List<String> names(List<Configured<Activation>> functions) {
    return FunctionNames.of(functions, Services.of(List.of()));
  }
}
