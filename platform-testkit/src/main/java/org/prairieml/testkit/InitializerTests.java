package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * Tests of an initializer: that every parameter gets numbers of its shape, by streams of its own.
 */
public abstract class InitializerTests extends ServiceTests<Initializer> {

  /** Creates the tests. */
  protected InitializerTests() {}

  /** Returns a network to initialize: dense layers 7-20-5, unless a subclass says other. */
  protected Network network() {
    return NetworkTemplate.chain(List.of(DenseLayer.of(20), DenseLayer.of(5))).build(Shape.of(7));
  }

  @Test
  void givesEveryParameterInItsShape() {
    Network network = network();
    Map<String, NdArray> values = initialize(network, 1);
    assertThat(values).containsOnlyKeys(network.parameters().keySet());
    for (ParameterSpec spec : network.parameters().values()) {
      assertThat(values.get(spec.name()).shape()).as(spec.name()).isEqualTo(spec.shape());
    }
  }

  @Test
  void givesNumbersOnly() {
    assertThat(initialize(network(), 1))
        .allSatisfy((name, value) ->
            assertThat(Arrays.stream(value.values())).as(name).allMatch(Double::isFinite));
  }

  @Test
  void sameSeedGivesTheSameBits() {
    assertThat(initialize(network(), 1)).isEqualTo(initialize(network(), 1));
  }

  private Map<String, NdArray> initialize(Network network, long seed) {
    return service().initialize(network, options(), RandomStreams.of(seed));
  }
}
