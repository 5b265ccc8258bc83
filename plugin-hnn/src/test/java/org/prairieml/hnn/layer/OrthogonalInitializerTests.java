package org.prairieml.hnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.configured;
import static org.prairieml.hnn.TestServices.dense;
import static org.prairieml.hnn.TestServices.network;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.api.Configured;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class OrthogonalInitializerTests {

  @ParameterizedTest
  @CsvSource({"7, 3, 1", "3, 7, 1", "40, 40, 1", "1, 5, 1", "6, 6, 1.7"})
  void rowsOrColumnsAreOrthonormalUpToTheGain(int rows, int columns, double gain) {
    Network network = network(dense("d", rows, true)).build(Shape.of(columns));
    Configured<Initializer> orthogonal =
        configured(Initializer.class, "orthogonal", Map.of("gain", gain));

    Map<String, NdArray> values =
        orthogonal.service().initialize(network, orthogonal.options(), RandomStreams.of(3));

    double[] w = values.get("d.weight").values();
    int count = Math.min(rows, columns);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          dot +=
              rows < columns
                  ? w[a * columns + k] * w[b * columns + k]
                  : w[k * columns + a] * w[k * columns + b];
        }
        assertThat(dot).isCloseTo(a == b ? gain * gain : 0, within(1e-13));
      }
    }
    assertThat(values.get("d.bias"))
        .isEqualTo(network.initialValues(RandomStreams.of(3)).get("d.bias"));
  }
}
