package org.prairieml.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingResult.MetricRow;
import org.prairieml.api.training.TrainingResult.Status;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class SupervisedTrainerTests {

  private final List<ProgressEvent> events = new ArrayList<>();

  /** y = 2 a - 3 b + 1 on a grid, which a single linear neuron fits exactly. */
  private static final Dataset PLANE = plane();

  private static Dataset plane() {
    double[] x = new double[60];
    double[] y = new double[30];
    for (int i = 0; i < 30; i++) {
      x[2 * i] = i % 6 / 5.0 - 0.5;
      x[2 * i + 1] = i / 6 / 4.0 - 0.5;
      y[i] = 2 * x[2 * i] - 3 * x[2 * i + 1] + 1;
    }
    Dataset.Split all =
        new Dataset.Split(new NdArray(Shape.of(30, 2), x), new NdArray(Shape.of(30, 1), y));
    Dataset.Split test = new Dataset.Split(all.x().rows(3, 10), all.y().rows(3, 10));
    return new Dataset("plane", new Target.Values(1), all, test);
  }

  @Test
  void findsTheWeightsOfALinearFunction() {
    TrainingResult result =
        train(PLANE, Map.of("epochs", 400, "batch-size", 10, "optimizer", sgd(0.3)), 1);

    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.parameters().get("dense1.weight").values())
        .containsExactly(new double[] {2, -3}, within(1e-6));
    assertThat(result.parameters().get("dense1.bias").values())
        .containsExactly(new double[] {1}, within(1e-6));
    assertThat(result.metrics()).containsOnlyKeys("train_loss", "test_loss");
    assertThat(result.metrics().get("test_loss")).isLessThan(1e-10);
  }

  /** One full-batch step by hand: w = w0 - rate * 2/n sum (w0 x - y) x. */
  @Test
  void oneStepIsTheGradientStep() {
    Dataset one =
        new Dataset(
            "one",
            new Target.Values(1),
            new Dataset.Split(
                new NdArray(Shape.of(2, 1), new double[] {1, 3}),
                new NdArray(Shape.of(2, 1), new double[] {2, 2})),
            new Dataset.Split(
                new NdArray(Shape.of(0, 1), new double[0]),
                new NdArray(Shape.of(0, 1), new double[0])));
    TrainingResult result =
        trainer(
            one,
            Map.of("epochs", 1, "batch-size", 2, "optimizer", sgd(0.1)),
            Map.of("dense1.weight", NdArray.vector(0.5), "dense1.bias", NdArray.vector(0)),
            1);

    // residuals -1.5 and -0.5: dw = 2/2 (-1.5 * 1 - 0.5 * 3) = -3, db = -2
    assertThat(result.parameters().get("dense1.weight").values()[0]).isCloseTo(0.8, within(1e-15));
    assertThat(result.parameters().get("dense1.bias").values()[0]).isCloseTo(0.2, within(1e-15));
    assertThat(result.history().getLast().values().get("loss")).isEqualTo((2.25 + 0.25) / 2);
  }

  @Test
  void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
    Map<String, Object> options = Map.of("epochs", 3, "batch-size", 7);
    TrainingResult first = train(PLANE, options, 5);
    assertThat(train(PLANE, options, 5)).isEqualTo(first);
    assertThat(train(PLANE, options, 6).parameters()).isNotEqualTo(first.parameters());
  }

  @Test
  void historyHasARowPerEpochAndOneBefore() {
    TrainingResult result = train(PLANE, Map.of("epochs", 3, "batch-size", 7), 1);
    assertThat(result.history()).extracting(MetricRow::step).containsExactly(0L, 4L, 8L, 12L);
    assertThat(result.history().getFirst().values()).containsOnlyKeys("test_loss");
    assertThat(result.history().getLast().values()).containsOnlyKeys("loss", "rate", "test_loss");
    assertThat(events.getFirst()).isEqualTo(new ProgressEvent.Stage("training", 12));
  }

  @Test
  void scheduleScalesTheRate() {
    Map<String, Object> schedule = Map.of("name", "step-decay", "every", 4, "gamma", 0.5);
    TrainingResult result =
        train(
            PLANE,
            Map.of("epochs", 3, "batch-size", 7, "optimizer", sgd(0.1), "schedule", schedule),
            1);
    assertThat(result.history().stream().skip(1).map(row -> row.values().get("rate")))
        .containsExactly(0.1, 0.05, 0.025);
  }

  @Test
  void stopsAtTheFirstLossThatIsNotFinite() {
    TrainingResult result =
        train(PLANE, Map.of("epochs", 1000, "batch-size", 10, "optimizer", sgd(1e8)), 1);
    assertThat(result.status()).isEqualTo(Status.DIVERGED);
    assertThat(result.metrics().get("loss")).isNotFinite();
    assertThat(result.history().getLast().step()).isLessThan(200);
    assertThat(events.getLast()).isInstanceOf(ProgressEvent.Note.class);
  }

  @Test
  void learnsClassesAndReportsAccuracy() {
    Dataset halves = halves();
    TrainingResult result =
        train(halves, Map.of("epochs", 200, "batch-size", 20, "optimizer", sgd(1)), 1);
    assertThat(result.metrics())
        .containsOnlyKeys("train_loss", "train_accuracy", "test_loss", "test_accuracy")
        .containsEntry("train_accuracy", 1.0);
  }

  /** More test examples than are evaluated at once: the mean is over all of them. */
  @Test
  void accuracyIsOverAllExamples() {
    Dataset halves = halves();
    int n = 2345;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 20 - 9.5;
      y[i] = i < 345 ? 1 - label(x[i]) : label(x[i]);
    }
    Dataset dataset =
        new Dataset(
            "halves",
            halves.target(),
            halves.train(),
            new Dataset.Split(new NdArray(Shape.of(n, 1), x), NdArray.vector(y)));
    TrainingResult result =
        train(dataset, Map.of("epochs", 200, "batch-size", 20, "optimizer", sgd(1)), 1);
    assertThat(result.metrics().get("test_accuracy")).isCloseTo(2000.0 / 2345, within(1e-12));
  }

  private static Dataset halves() {
    double[] x = new double[20];
    double[] y = new double[20];
    for (int i = 0; i < 20; i++) {
      x[i] = i - 9.5;
      y[i] = label(x[i]);
    }
    Dataset.Split all = new Dataset.Split(new NdArray(Shape.of(20, 1), x), NdArray.vector(y));
    return new Dataset("halves", new Target.Classes(2), all, all);
  }

  private static double label(double x) {
    return x > 0 ? 1 : 0;
  }

  @Test
  void refusesABatchLargerThanTheData() {
    assertThatThrownBy(() -> train(PLANE, Map.of("batch-size", 31), 1))
        .isInstanceOf(PrairieException.class)
        .hasMessage("Option 'batch-size' is 31, but data set 'plane' has 30 training examples.");
  }

  @Test
  void refusesALossForOtherTargets() {
    assertThatThrownBy(
            () -> train(PLANE, Map.of("batch-size", 5, "loss", "softmax-cross-entropy"), 1))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("'softmax-cross-entropy' is not for the targets of data set 'plane'");
  }

  @Test
  void refusesANetworkWithTheWrongNumberOfOutputs() {
    Network network = NetworkTemplate.chain(List.of(DenseLayer.of(3))).build(Shape.of(2));
    Configured<Trainer> trainer =
        TrainingServices.configured(Trainer.class, "supervised", Map.of());
    assertThatThrownBy(() -> TrainingTask.of(network, PLANE, trainer.options()))
        .isInstanceOf(PrairieException.class)
        .hasMessage(
            "Data set 'plane' needs [1] outputs, the network's last layer 'dense1' has [3].");
  }

  private static Map<String, Object> sgd(double rate) {
    return Map.of("name", "sgd", "rate", rate);
  }

  private TrainingResult train(Dataset dataset, Map<String, Object> options, long seed) {
    return trainer(dataset, options, Map.of(), seed);
  }

  private TrainingResult trainer(
      Dataset dataset, Map<String, Object> options, Map<String, NdArray> start, long seed) {
    Network network =
        NetworkTemplate.chain(List.of(DenseLayer.of(dataset.target().outputs())))
            .build(dataset.exampleShape());
    Configured<Trainer> trainer =
        TrainingServices.configured(Trainer.class, "supervised", new LinkedHashMap<>(options));
    return trainer
        .service()
        .train(
            new TrainingTask(network, start, dataset, trainer.options()),
            new RunContext(
                TrainingServices.INSTANCE,
                new ReferenceEngine(),
                new CompileSettings(Precision.FLOAT64, 1),
                RandomStreams.of(seed),
                events::add));
  }
}
