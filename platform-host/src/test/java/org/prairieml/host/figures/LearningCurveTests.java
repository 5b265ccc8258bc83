package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.prairieml.api.training.TrainingResult.MetricRow;
import org.prairieml.host.figures.LearningCurve.Point;

class LearningCurveTests {

  @Test
  void hasTheMeanAndTheQuartilesOfTheNetworksAtEachStep() {
    List<List<MetricRow>> histories =
        List.of(
            List.of(row(0, 1), row(10, 5)),
            List.of(row(0, 2), row(10, 5)),
            List.of(row(0, 6), row(10, 5)));

    assertThat(LearningCurve.of("relu", Role.BASELINE, "loss", histories).points())
        .containsExactly(new Point(0, 3, 1.5, 4), new Point(10, 5, 5, 5));
  }

  @Test
  void countsANetworkUntilItDiverges() {
    List<List<MetricRow>> histories =
        List.of(List.of(row(0, 1), row(1, Double.NaN)), List.of(row(0, 3), row(1, 2)));

    assertThat(LearningCurve.of("relu", Role.BASELINE, "loss", histories).points())
        .containsExactly(new Point(0, 2, 1.5, 2.5), new Point(1, 2, 2, 2));
  }

  @Test
  void passesOverRowsWithoutTheMetric() {
    List<List<MetricRow>> histories =
        List.of(List.of(new MetricRow(0, Map.of("accuracy", 0.5)), row(1, 2)));

    assertThat(LearningCurve.of("relu", Role.BASELINE, "loss", histories).points())
        .containsExactly(new Point(1, 2, 2, 2));
  }

  @Test
  void keepsFirstAndLastPointWhenThinned() {
    List<Point> points =
        LongStream.range(0, 100).mapToObj(step -> new Point(step, 0, 0, 0)).toList();

    assertThat(new LearningCurve("relu", Role.BASELINE, points).atMost(3).points())
        .extracting(Point::step)
        .containsExactly(0L, 50L, 99L);
  }

  private static MetricRow row(long step, double loss) {
    return new MetricRow(step, Map.of("loss", loss));
  }
}
