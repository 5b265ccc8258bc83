package org.prairieml.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.Configured;
import org.prairieml.api.training.Schedule;
import org.prairieml.fixtures.Oracles;
import org.prairieml.training.TrainingServices;
import tools.jackson.databind.JsonNode;

/** Schedules against {@code torch.optim.lr_scheduler}; 1e-14 is the oracle's tolerance. */
class ScheduleTests {

  static Stream<JsonNode> plans() {
    return Oracles.read("optim.json").get("schedules").valueStream();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void followsTheRatesOfTheReference(JsonNode plan) {
    Configured<Schedule> schedule = schedule(plan);
    double[] rates = Oracles.doubles(plan.get("rates"));
    double base = plan.get("base").doubleValue();
    int total = plan.get("params").path("total").intValue(rates.length - 1);
    assertThat(rates).isNotEmpty();
    for (int step = 0; step < rates.length; step++) {
      double factor = schedule.service().factor(step, total, schedule.options());
      assertThat(base * factor).as("step %d", step).isCloseTo(rates[step], within(1e-14));
    }
  }

  @Test
  void constantIsOneAllTheTime() {
    Configured<Schedule> schedule =
        TrainingServices.configured(Schedule.class, "constant", Map.of());
    assertThat(schedule.service().factor(17, 100, schedule.options())).isEqualTo(1);
  }

  private static Configured<Schedule> schedule(JsonNode plan) {
    JsonNode given = plan.get("params");
    Map<String, Object> options =
        switch (plan.get("name").stringValue()) {
          case "step_decay" ->
              Map.of(
                  "every", given.get("step").intValue(), "gamma", given.get("gamma").doubleValue());
          case "multi_step" ->
              Map.of("milestones", milestones(given), "gamma", given.get("gamma").doubleValue());
          case "exponential" -> Map.of("gamma", given.get("gamma").doubleValue());
          default -> Map.of("warmup", given.get("warm").intValue());
        };
    return TrainingServices.configured(
        Schedule.class, plan.get("name").stringValue().replace('_', '-'), options);
  }

  private static List<Integer> milestones(JsonNode given) {
    return IntStream.of(Oracles.ints(given.get("milestones"))).boxed().toList();
  }
}
