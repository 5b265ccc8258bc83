package org.prairieml.host.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.host.figures.Role;

class VerdictTests {

  @ParameterizedTest
  @CsvSource({
    "test_accuracy, is better (higher test accuracy), is worse (lower test accuracy)",
    "test_loss,     is worse (higher test loss),      is better (lower test loss)",
    "energy_error,  is worse (higher energy error),   is better (lower energy error)",
    "loss,          is worse (higher loss),           is better (lower loss)",
    "epochs,        has a higher epochs,              has a lower epochs",
  })
  void saysBetterOrWorseWhereTheMetricTells(String metric, String above, String below) {
    Comparison comparison =
        new Comparison(
            metric,
            List.of(
                trained(metric, "mixed", Role.MIXED, 10),
                trained(metric, "small", Role.BASELINE, 0),
                trained(metric, "large", Role.BASELINE, 20),
                trained(metric, "alike", Role.BASELINE, 10)));

    assertThat(Verdict.of(comparison))
        .containsExactly(
            "mixed " + above + " than small",
            "mixed " + below + " than large",
            "mixed cannot be told from alike",
            "(Mann-Whitney U, two-sided, Holm's correction, significance 5 %)");
  }

  private static TrainedGroup trained(String metric, String name, Role role, int from) {
    return new TrainedGroup(
        new Group(name, role, null),
        IntStream.range(from, from + 9)
            .mapToObj(value ->
                new TrainingResult(
                    TrainingResult.Status.COMPLETED,
                    Map.of(),
                    List.of(),
                    Map.of(metric, (double) value),
                    List.of()))
            .toList());
  }
}
