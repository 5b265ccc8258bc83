package org.prairieml.training.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.prairieml.training.layer.LayerRun.network;
import static org.prairieml.training.layer.LayerRun.output;
import static org.prairieml.training.layer.LayerRun.ramp;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Layers that change the shape alone. */
class ShapeLayerTests {

  private static final NdArray X = ramp(1, 100, 0, 2, 3, 4);

  @Test
  void flatteningKeepsRowMajorOrder() {
    NdArray y = output(network("flatten", Map.of(), 3, 4), X, Map.of());

    assertThat(y).isEqualTo(X.reshape(Shape.of(2, 12)));
    assertThat(network("flatten", Map.of(), 5).outputShape()).isEqualTo(Shape.of(5));
    assertThat(network("flatten", Map.of()).outputShape()).isEqualTo(Shape.of(1));
  }

  @Test
  void reshapingMayLeaveADimensionOpen() {
    NdArray y = output(network("reshape", Map.of("shape", List.of(-1, 2, 1)), 3, 4), X, Map.of());

    assertThat(y).isEqualTo(X.reshape(Shape.of(2, 6, 2, 1)));
  }

  @Test
  void reshapingRefusesAnotherSize() {
    for (List<Integer> wrong :
        List.of(
            List.of(5, 2), List.of(-1, 5), List.of(-1, -1), List.of(0, -1), List.<Integer>of())) {
      assertThatThrownBy(() -> network("reshape", Map.of("shape", wrong), 3, 4))
          .hasMessage(
              "Layer 'reshape1' (reshape): 'shape' is "
                  + wrong
                  + ", but an example has the shape [3, 4], of 12 elements.");
    }
  }
}
