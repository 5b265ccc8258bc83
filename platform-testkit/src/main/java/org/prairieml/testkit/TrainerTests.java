package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Services;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingResult.MetricRow;
import org.prairieml.api.training.TrainingTask;

/** Tests of a trainer: that it is deterministic, and that its result is complete. */
public abstract class TrainerTests extends ServiceTests<Trainer> {

  /** Creates the tests. */
  protected TrainerTests() {}

  /** Returns something small to train, of some steps, with {@link #options()}. */
  protected abstract TrainingTask task();

  /** Returns the other services that the trainer looks up. */
  protected abstract Services services();

  /** Returns the engine to train on: the reference, unless a subclass says other. */
  protected Engine engine() {
    return new ReferenceEngine();
  }

  @Test
  void sameSeedGivesTheSameBits() {
    assertThat(train(5, 1)).isEqualTo(train(5, 1));
  }

  @Test
  void anotherSeedGivesOtherParameters() {
    assertThat(train(6, 1).parameters()).isNotEqualTo(train(5, 1).parameters());
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    assertThat(train(5, 3)).isEqualTo(train(5, 1));
  }

  @Test
  void givesEveryParameterOfTheNetworkInItsShape() {
    TrainingTask task = task();
    TrainingResult result = train(task, 5, 1, new ArrayList<>());
    assertThat(result.parameters()).containsOnlyKeys(task.network().parameters().keySet());
    for (ParameterSpec spec : task.network().parameters().values()) {
      assertThat(result.parameters().get(spec.name()).shape()).isEqualTo(spec.shape());
    }
  }

  @Test
  void historyGoesForward() {
    assertThat(train(5, 1).history()).extracting(MetricRow::step).isNotEmpty().isSorted();
  }

  @Test
  void tellsOfItsProgress() {
    List<ProgressEvent> events = new ArrayList<>();
    train(task(), 5, 1, events);
    assertThat(events).isNotEmpty();
  }

  private TrainingResult train(long seed, int threads) {
    return train(task(), seed, threads, new ArrayList<>());
  }

  private TrainingResult train(
      TrainingTask task, long seed, int threads, List<ProgressEvent> events) {
    Precision precision = engine().precisions().getFirst();
    RunContext context =
        new RunContext(
            services(),
            engine(),
            new CompileSettings(precision, threads),
            RandomStreams.of(seed),
            events::add);
    service().check(task, services());
    return service().train(task, context);
  }
}
