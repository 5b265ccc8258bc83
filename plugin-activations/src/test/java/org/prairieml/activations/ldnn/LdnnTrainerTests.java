package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.activations.ldnn.MetaLearning.RINGS;
import static org.prairieml.activations.ldnn.MetaLearning.SGD;
import static org.prairieml.activations.ldnn.MetaLearning.network;
import static org.prairieml.activations.ldnn.MetaLearning.train;
import static org.prairieml.activations.ldnn.MetaLearning.trainer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.Shape;

class LdnnTrainerTests {

  @Test
  void learntFunctionsLowerTheInnerLoss() {
    TrainingResult result =
        train(
            Map.of(
                "outer-steps",
                40,
                "inner-steps",
                8,
                "batch-size",
                30,
                "outer-optimizer",
                Map.of("name", "adam", "rate", 0.05)),
            3);
    assertThat(result.status()).isEqualTo(TrainingResult.Status.COMPLETED);
    assertThat(mean(result, 30, 40)).isLessThan(0.8 * mean(result, 0, 10));
  }

  private static double mean(TrainingResult result, int from, int to) {
    return result.history().subList(from, to).stream()
        .mapToDouble(row -> row.values().get("inner_loss"))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"full, 6", "truncated, 2", "direct, 0"})
  void everyFormOfTheHypergradientLearnsAndIsReported(String form, double steps) {
    TrainingResult result =
        train(
            Map.of(
                "hypergradient",
                form,
                "truncation",
                2,
                "outer-steps",
                40,
                "inner-steps",
                6,
                "batch-size",
                30,
                "clip",
                5,
                "outer-optimizer",
                Map.of("name", "adam", "rate", 0.05)),
            3);
    assertThat(result.metrics()).containsEntry("hypergradient_steps", steps);
    assertThat(mean(result, 30, 40)).isLessThan(mean(result, 0, 10));
  }

  @Test
  void kindsMayBeManyWithBasesAndProportionsOfTheirOwn() {
    List<Options> kinds =
        Stream.of("zero", "identity", "sigmoid", "sine", "elu")
            .map(LdnnTrainerTests::kind)
            .toList();
    Network network =
        NetworkTemplate.chain(
                List.of(DenseLayer.of(17), ActivationLayer.mixed(kinds), DenseLayer.of(2)))
            .build(Shape.of(2));
    Map<String, Object> options = Map.of("outer-steps", 2, "inner-steps", 2, "batch-size", 30);
    TrainingResult result = train(network, options, 3, Map.of("name", "sgd", "rate", 0.1));
    assertThat(result.status()).isEqualTo(TrainingResult.Status.COMPLETED);
    assertThat(result.activations())
        .extracting(LearnedActivation::label)
        .containsExactly("kind1", "kind2", "kind3", "kind4", "kind5");
  }

  private static Options kind(String base) {
    double share = base.length();
    return ActivationLayer.kind(
        TestServices.configured(Activation.class, "ldnn", Map.of("base", base, "width", 4)), share);
  }

  @Test
  void refusesToAverageMoreLossesThanThereAre() {
    assertThatThrownBy(() ->
            train(Map.of("inner-steps", 3, "averaged", 4, "batch-size", 30, "outer-steps", 1), 3))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("'averaged' is 4, but there are 3 inner steps");
  }

  @Test
  void evolutionStartsBeforeTheFirstStepAndEndsAfterTheLast() {
    TrainingResult result =
        train(
            Map.of(
                "outer-steps",
                7,
                "inner-steps",
                1,
                "batch-size",
                30,
                "capture",
                Map.of("snapshots", 3)),
            3);
    assertThat(result.activations().getFirst().evolution())
        .extracting(LearnedActivation.Snapshot::step)
        .containsExactly(0L, 2L, 4L, 6L, 7L);
  }

  @Test
  void kindsStartFromStreamsOfTheirOwn() {
    TrainingResult result =
        train(
            Map.of(
                "outer-steps",
                1,
                "inner-steps",
                1,
                "batch-size",
                30,
                "outer-optimizer",
                Map.of("name", "sgd", "rate", 1e-300)),
            3);
    assertThat(result.parameters().get("activation1.kind1.inner.weight"))
        .isNotEqualTo(result.parameters().get("activation1.kind2.inner.weight"));
  }

  @Test
  void sameSeedGivesTheSameBits() {
    Map<String, Object> options = Map.of("outer-steps", 3, "inner-steps", 3, "batch-size", 20);
    TrainingResult first = train(options, 3);
    TrainingResult second = train(options, 3);
    assertThat(second.parameters()).isEqualTo(first.parameters());
    assertThat(second.history()).isEqualTo(first.history());
    assertThat(train(options, 4).parameters()).isNotEqualTo(first.parameters());
  }

  /** The functions are held still by a rate of 1e-300, so a loop's loss is that of what it sees. */
  @ParameterizedTest
  @CsvSource({"same, 1", "new, 4"})
  void innerLoopsAreTheSameOrNotAsAsked(String loops, long different) {
    TrainingResult result =
        train(
            Map.of(
                "outer-steps",
                4,
                "inner-steps",
                5,
                "batch-size",
                20,
                "inner-loops",
                loops,
                "outer-optimizer",
                Map.of("name", "sgd", "rate", 1e-300)),
            3);
    assertThat(
            result.history().stream().map(row -> row.values().get("inner_loss")).distinct().count())
        .isEqualTo(different);
  }

  /** The first batch of 30 is the first half of the examples; 1e-12: sums in another order. */
  @Test
  void storedOrderBeginsWithTheFirstExamples() {
    Map<String, Object> options = Map.of("outer-steps", 1, "inner-steps", 1, "batch-size", 30);
    Map<String, Object> stored = new LinkedHashMap<>(options);
    stored.put("batches", "stored");
    Dataset.Split half =
        new Dataset.Split(RINGS.train().x().rows(0, 30), RINGS.train().y().rows(0, 30));
    Dataset first = new Dataset("half", RINGS.target(), half, half);
    double expected = firstLoss(train(network(), first, options, 3, SGD));
    assertThat(firstLoss(train(stored, 3))).isCloseTo(expected, within(1e-12));
    assertThat(firstLoss(train(options, 3))).isNotCloseTo(expected, within(1e-6));
  }

  private static double firstLoss(TrainingResult result) {
    return result.history().getFirst().values().get("inner_loss");
  }

  @Test
  void divergenceIsReportedAndLastGoodFunctionsAreKept() {
    TrainingResult result =
        train(
            Map.of("outer-steps", 5, "inner-steps", 5, "batch-size", 30),
            3,
            Map.of("name", "sgd", "rate", 1e300));
    assertThat(result.status()).isEqualTo(TrainingResult.Status.DIVERGED);
    assertThat(result.activations().getFirst().evolution().getLast().values().values())
        .doesNotContain(Double.NaN);
  }

  @Test
  void refusesANetworkWithoutLearnableFunctions() {
    Network network = NetworkTemplate.chain(List.of(DenseLayer.of(2))).build(Shape.of(2));
    Configured<Trainer> trainer = trainer(Map.of("batch-size", 10));
    assertThatThrownBy(() ->
            trainer
                .service()
                .check(TrainingTask.of(network, RINGS, trainer.options()), TestServices.INSTANCE))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("learns activation functions");
  }
}
