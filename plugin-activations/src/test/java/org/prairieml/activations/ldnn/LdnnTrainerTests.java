package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class LdnnTrainerTests {

  private static final Dataset RINGS = rings();
  private static final Map<String, Object> SGD = Map.of("name", "sgd", "rate", 0.3);

  /** Two classes that no line separates: near the origin, and around it. */
  private static Dataset rings() {
    int n = 60;
    double[] x = new double[2 * n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2;
      double radius = y[i] == 0 ? 0.5 : 1.5;
      x[2 * i] = radius * Math.cos(i);
      x[2 * i + 1] = radius * Math.sin(i);
    }
    Dataset.Split all = new Dataset.Split(new NdArray(Shape.of(n, 2), x), NdArray.vector(y));
    return new Dataset("rings", new Target.Classes(2), all, all);
  }

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
  void capturedFunctionIsTheSubnetworkAtItsLastParameters() {
    TrainingResult result = train(Map.of("outer-steps", 3, "inner-steps", 2, "batch-size", 30), 3);
    LearnedActivation second = result.activations().get(1);
    assertThat(second.layer()).isEqualTo("activation1");
    assertThat(second.label()).isEqualTo("kind2");
    assertThat(second.grid().size()).isEqualTo(100);

    double[] grid = second.grid().values();
    double[] expected = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      expected[i] = Math.sin(grid[i]) + subnetwork(result.parameters(), "kind2", grid[i]);
    }
    assertThat(FunctionValues.of(second.function(), grid).f())
        .containsExactly(expected, within(1e-12));
    assertThat(second.function().service().label(second.function().options()))
        .hasValue("activation1.kind2");
  }

  /**
   * With 100 points on [-10, 10] a segment h is 0.2 long: h²/8 max|f''| for straight segments, and
   * (5/384) h⁴ max|f''''| for the spline away from its ends, where the sine's curvature is not 0.
   */
  @Test
  void capturedFunctionsAreAsCloseAsTheirInterpolationAllows() {
    Map<String, Object> options =
        Map.of(
            "outer-steps",
            1,
            "inner-steps",
            1,
            "batch-size",
            30,
            "capture",
            Map.of("between", "cubic-spline", "outside", "linear"));
    TrainingResult result = train(options, 3);
    double linear = result.metrics().get("capture_error_linear");
    double spline = result.metrics().get("capture_error_cubic_spline");
    assertThat(linear).isBetween(1e-3, 0.01);
    assertThat(spline).isBetween(1e-7, 0.3 * linear);
    assertThat(result.metrics().get("capture_error_polynomial")).isBetween(1e-7, 1.0);
    assertThat(result.activations().getFirst().function().toPlain().toString())
        .contains("between=cubic-spline", "outside=linear");
  }

  /** V tanh(u a + c) + d, written out. */
  private static double subnetwork(Map<String, NdArray> parameters, String kind, double a) {
    String prefix = "activation1." + kind + ".";
    double[] u = parameters.get(prefix + "inner.weight").values();
    double[] c = parameters.get(prefix + "inner.bias").values();
    double[] v = parameters.get(prefix + "outer.weight").values();
    double sum = parameters.get(prefix + "outer.bias").values()[0];
    for (int i = 0; i < u.length; i++) {
      sum += v[i] * Math.tanh(u[i] * a + c[i]);
    }
    return sum;
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

  /** A layer that is of use only after functions with a second derivative. */
  private static final class Curvature implements Layer {

    @Override
    public String name() {
      return "curvature";
    }

    @Override
    public String summary() {
      return "The second derivative of the sum with respect to the second input.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of();
    }

    @Override
    public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
      Tensor x = inputs.get(1);
      Tensor second = Gradients.of(Gradients.of(inputs.get(0).sumAll(), x).sumAll(), x);
      if (second.operands().stream().allMatch(o -> o.primitive() instanceof Constant)) {
        throw new GraphException("there is no curvature");
      }
      return second;
    }
  }

  private static Network curvature() {
    Configured<Activation> learned =
        TestServices.configured(Activation.class, "ldnn", Map.of("width", 6));
    return Network.of(
        Shape.of(2),
        List.of(
            new Network.Node("neurons", ActivationLayer.of(learned), List.of("input")),
            new Network.Node(
                "curvature",
                new Configured<>(new Curvature(), Options.defaults(List.of())),
                List.of("neurons", "input"))));
  }

  @Test
  void refusesBeforeItLearnsACaptureThatTheNetworkCannotUse() {
    checkCapture(curvature(), Map.of("between", "cubic-spline"));
    assertThatThrownBy(() -> checkCapture(curvature(), Map.of("between", "linear")))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("'between: linear'")
        .hasMessageContaining("there is no curvature");
    assertThatThrownBy(() -> checkCapture(network(), Map.of("lower", 5, "upper", -5)))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("lower below upper");
  }

  private static void checkCapture(Network network, Map<String, Object> capture) {
    Configured<Trainer> trainer = trainer(Map.of("batch-size", 10, "capture", capture));
    trainer
        .service()
        .check(TrainingTask.of(network, RINGS, trainer.options()), TestServices.INSTANCE);
  }

  private static TrainingResult train(Map<String, Object> options, long seed) {
    return train(options, seed, SGD);
  }

  private static TrainingResult train(
      Map<String, Object> options, long seed, Map<String, Object> innerOptimizer) {
    return train(network(), options, seed, innerOptimizer);
  }

  private static TrainingResult train(
      Network network, Map<String, Object> options, long seed, Map<String, Object> innerOptimizer) {
    return train(network, RINGS, options, seed, innerOptimizer);
  }

  private static TrainingResult train(
      Network network,
      Dataset dataset,
      Map<String, Object> options,
      long seed,
      Map<String, Object> innerOptimizer) {
    Map<String, Object> all = new LinkedHashMap<>(options);
    all.put("inner-optimizer", innerOptimizer);
    Configured<Trainer> trainer = trainer(all);
    return trainer
        .service()
        .train(
            TrainingTask.of(network, dataset, trainer.options()),
            new RunContext(
                TestServices.INSTANCE,
                new ReferenceEngine(),
                new CompileSettings(Precision.FLOAT64, 1),
                RandomStreams.of(seed),
                ProgressListener.SILENT));
  }

  private static Configured<Trainer> trainer(Map<String, Object> options) {
    return TestServices.configured(Trainer.class, "ldnn", options);
  }

  private static Network network() {
    Configured<Activation> subnetwork =
        TestServices.configured(Activation.class, "ldnn", Map.of("width", 6));
    return NetworkTemplate.chain(
            List.of(
                DenseLayer.of(7),
                ActivationLayer.mixed(
                    List.of(
                        ActivationLayer.kind(subnetwork, 1), ActivationLayer.kind(subnetwork, 1))),
                DenseLayer.of(2)))
        .build(Shape.of(2));
  }
}
