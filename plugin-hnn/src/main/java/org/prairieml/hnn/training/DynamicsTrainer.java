package org.prairieml.hnn.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.data.MiniBatches;
import org.prairieml.api.data.Motion;
import org.prairieml.api.run.Chart;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;

/**
 * Fits a network to the rates of change of states, and judges it by the orbits that it predicts.
 *
 * <p>The network may be conventional (Choudhary et al. 2023, Eq. 5) or end in a {@code hamiltonian}
 * layer (Eq. 6). The history has rows of {@code loss} and {@code test_loss}. The final metrics are
 * {@code train_loss} and {@code test_loss}; where the data set knows its law of motion, also those
 * of {@link OrbitComparison}, and what else was asked for. A loss that is not finite ends the
 * training with the status {@code DIVERGED}.
 */
public final class DynamicsTrainer implements Trainer {

  private final TrueOrbits known = new TrueOrbits();

  /** Creates the service. */
  public DynamicsTrainer() {}

  @Override
  public String name() {
    return "dynamics";
  }

  @Override
  public String summary() {
    return "Learns a law of motion from rates of change, and judges it by its orbits.";
  }

  @Override
  public String source() {
    return "Greydanus, Dzamba, Yosinski: Hamiltonian neural networks (2019)";
  }

  @Override
  public List<Option<?>> options() {
    return DynamicsOptions.ALL;
  }

  @Override
  public void check(TrainingTask task, Services services) {
    Options options = task.options();
    options
        .find(DynamicsOptions.BATCH_SIZE)
        .ifPresent(size -> MiniBatches.requireSize(task.dataset(), size));
    LossChoice.of(options, task.dataset(), services);
    boolean needsMotion =
        options.find(DynamicsOptions.LYAPUNOV).isPresent()
            || options.find(DynamicsOptions.POINCARE).isPresent();
    if (needsMotion && judgedBy(task) == null) {
      throw PrairieException.badInput(
          "Data set '%s' knows no law of motion or has no orbits to judge by; leave out 'lyapunov'"
                  .formatted(task.dataset().name())
              + " and 'poincare'.");
    }
    if (judgedBy(task) != null) {
      new OrbitCheck(task).check();
      followTruth(options, judgedBy(task));
    }
  }

  /** Now rather than after the training, which would be lost if it fails; it is remembered. */
  private void followTruth(Options options, Motion motion) {
    OrbitComparison.truth(motion, known, options.get(DynamicsOptions.ORBITS));
    options
        .find(DynamicsOptions.POINCARE)
        .ifPresent(chosen -> PoincareSection.truth(motion, known, chosen));
  }

  /** Returns the motion that the network is judged by, or null if there is none. */
  private static Motion judgedBy(TrainingTask task) {
    return task.dataset()
        .motion()
        .filter(motion -> motion.starts().shape().dimension(0) > 0)
        .orElse(null);
  }

  @Override
  public TrainingResult train(TrainingTask task, RunContext context) {
    check(task, context.services());
    TrainingResult fitted;
    try (Fitting fitting = new Fitting(task, context)) {
      fitted = fitting.run();
    }
    Motion motion = judgedBy(task);
    return fitted.status() == TrainingResult.Status.DIVERGED || motion == null
        ? fitted
        : judged(fitted, task, motion, context);
  }

  private TrainingResult judged(
      TrainingResult fitted, TrainingTask task, Motion motion, RunContext context) {
    Options options = task.options();
    LearnedLaw law = new LearnedLaw(task.network(), fitted.parameters(), context);
    Map<String, Double> metrics = new LinkedHashMap<>(fitted.metrics());
    List<Chart> charts = new ArrayList<>();
    OrbitComparison comparison =
        OrbitComparison.of(law, motion, known, options.get(DynamicsOptions.ORBITS));
    metrics.putAll(comparison.metrics());
    charts.addAll(comparison.charts());
    options
        .find(DynamicsOptions.LYAPUNOV)
        .ifPresent(chosen -> metrics.putAll(LyapunovExponents.metrics(law, motion, chosen)));
    options
        .find(DynamicsOptions.POINCARE)
        .ifPresent(chosen ->
            charts.add(
                PoincareSection.chart(
                    law, motion, known, chosen, options.get(DynamicsOptions.ORBITS))));
    return new TrainingResult(
        fitted.status(),
        fitted.parameters(),
        fitted.history(),
        metrics,
        fitted.activations(),
        charts);
  }
}
