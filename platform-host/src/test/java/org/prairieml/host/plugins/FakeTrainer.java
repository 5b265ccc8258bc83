package org.prairieml.host.plugins;

import java.util.List;
import java.util.Map;
import org.prairieml.api.Option;
import org.prairieml.api.RealRange;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;

/**
 * A trainer that makes numbers up.
 *
 * @param work done before every training; may throw
 */
public record FakeTrainer(Runnable work) implements Trainer {

  private static final Option<Integer> STEPS =
      Option.integer("steps", 1, 100, 5, "How many steps.");
  private static final Option<Double> RATE =
      Option.real("rate", RealRange.POSITIVE, 1e-4, "The learning rate.");

  @Override
  public String name() {
    return "supervised";
  }

  @Override
  public String summary() {
    return "Makes numbers up.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(STEPS, RATE);
  }

  @Override
  public TrainingResult train(TrainingTask task, RunContext context) {
    int steps = task.options().get(STEPS);
    context.progress().on(new ProgressEvent.Stage("training", steps));
    work.run();
    context.progress().on(new ProgressEvent.Step(steps, Map.of("loss", 0.25)));
    return new TrainingResult(
        TrainingResult.Status.COMPLETED,
        Map.of(),
        List.of(
            new TrainingResult.MetricRow(0, Map.of("test_loss", 1.0)),
            new TrainingResult.MetricRow(steps, Map.of("test_loss", 0.5))),
        Map.of("test_loss", 0.5, "test_accuracy", 0.75),
        List.of());
  }
}
