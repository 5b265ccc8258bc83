package org.prairieml.hnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.activation;
import static org.prairieml.hnn.TestServices.configured;
import static org.prairieml.hnn.TestServices.dense;
import static org.prairieml.hnn.TestServices.hamiltonian;
import static org.prairieml.hnn.TestServices.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.run.Chart;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingResult.Status;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.hnn.TestServices;

class DynamicsTrainerTests {

  private static final NetworkTemplate HAMILTONIAN =
      network(dense("h", 16, true), activation("tanh"), dense("e", 1, false), hamiltonian("e"));

  private static final NetworkTemplate LINEAR = network(dense("law", 2, false));

  /** The law of the spring, dq/dt = 2 p, dp/dt = -2 q, is a linear network's at these weights. */
  private static final Map<String, NdArray> SPRING =
      Map.of("law.weight", new NdArray(Shape.of(2, 2), new double[] {0, 2, -2, 0}));

  private static final Map<String, Object> STAY =
      Map.of("steps", 1, "optimizer", Map.of("name", "sgd", "rate", 1e-300));

  @Test
  void learnsTheSpringAndItsOrbits() {
    TrainingResult result =
        train(
            HAMILTONIAN,
            spring(Map.of("noise", 0)),
            Map.of("steps", 400, "optimizer", Map.of("name", "adam", "rate", 0.02)));

    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    double first = result.history().getFirst().values().get("test_loss");
    assertThat(result.metrics().get("test_loss")).isLessThan(0.01 * first);
    assertThat(result.metrics())
        .containsOnlyKeys(
            "train_loss",
            "test_loss",
            "field_error",
            "trajectory_error",
            "radius_error",
            "energy_error",
            "energy_drift");
    assertThat(result.charts())
        .extracting(Chart::name)
        .containsExactly("phase-portrait", "trajectory-error", "energy");
  }

  @Test
  void aLawThatIsTheTrueOneHasNoErrors() {
    Map<String, Double> metrics = train(LINEAR, SPRING, spring(Map.of()), STAY).metrics();

    assertThat(metrics.get("field_error")).isCloseTo(0, within(1e-28));
    assertThat(metrics.get("trajectory_error")).isCloseTo(0, within(1e-5));
    assertThat(metrics.get("energy_error")).isCloseTo(0, within(1e-12));
    assertThat(metrics.get("radius_error")).isEqualTo(metrics.get("energy_error"));
  }

  /** Each step of Euler's method multiplies the spring's energy by 1 + 4 h^2. */
  @Test
  void driftIsThatOfTheIntegrator() {
    Map<String, Object> options = new LinkedHashMap<>(STAY);
    options.put("orbits", Map.of("span", 1, "points", 11, "step", 0.05, "integrator", "euler"));

    Map<String, Double> metrics = train(LINEAR, SPRING, spring(Map.of()), options).metrics();

    assertThat(metrics.get("energy_drift"))
        .isCloseTo(Math.pow(1 + 4 * 0.05 * 0.05, 20) - 1, within(1e-12));
  }

  /** Displacements of an inverted oscillator grow as e^t; those of a law without motion do not. */
  @Test
  void lyapunovExponentsAreTheGrowthOfDisplacements() {
    Dataset saddle =
        load(
            "trajectories",
            Map.of(
                "system",
                Map.of("name", "formula", "hamiltonian", "p^2/2 - q^2/2"),
                "trajectories",
                2,
                "noise",
                0));
    Map<String, Object> options = new LinkedHashMap<>(STAY);
    options.put("orbits", Map.of("span", 1, "points", 5));
    options.put("lyapunov", Map.of("span", 20, "step", 0.05));
    Map<String, NdArray> rest = Map.of("law.weight", NdArray.filled(Shape.of(2, 2), 0));

    Map<String, Double> metrics = train(LINEAR, rest, saddle, options).metrics();

    assertThat(metrics.get("lyapunov_true")).isCloseTo(1, within(1e-5));
    assertThat(metrics.get("lyapunov_learned")).isCloseTo(0, within(1e-12));
  }

  @Test
  void sameSeedGivesTheSameBitsAndBatchesAreShuffled() {
    Map<String, Object> options = Map.of("steps", 12, "batch-size", 25);

    TrainingResult one = train(HAMILTONIAN, spring(Map.of()), options);
    TrainingResult other = train(HAMILTONIAN, spring(Map.of()), options);
    TrainingResult whole = train(HAMILTONIAN, spring(Map.of()), Map.of("steps", 12));

    assertThat(one.parameters()).isEqualTo(other.parameters());
    assertThat(one.parameters()).isNotEqualTo(whole.parameters());
  }

  @Test
  void historyHasARowAtTheIntervalAndAtTheEnd() {
    TrainingResult result =
        train(HAMILTONIAN, spring(Map.of()), Map.of("steps", 7, "evaluate-every", 3));

    assertThat(result.history())
        .extracting(TrainingResult.MetricRow::step)
        .containsExactly(0L, 3L, 6L, 7L);
  }

  @Test
  void tellsThatItDiverged() {
    TrainingResult result =
        train(
            LINEAR,
            spring(Map.of()),
            Map.of("steps", 5000, "optimizer", Map.of("name", "sgd", "rate", 1e6)));

    assertThat(result.status()).isEqualTo(Status.DIVERGED);
    assertThat(result.charts()).isEmpty();
  }

  @Test
  void refusesALeapfrogWhereTheEnergyIsNoSum() {
    Map<String, Object> options = Map.of("orbits", Map.of("integrator", "leapfrog"));

    assertThatThrownBy(() -> train(HAMILTONIAN, spring(Map.of()), options))
        .hasMessageContaining("Integrator 'leapfrog' needs an energy T(p) + V(q)");

    NetworkTemplate separable =
        network(
            Map.of("kind", "positions", "id", "q", "inputs", List.of("input")),
            dense("vh", 4, true),
            activation("tanh"),
            dense("v", 1, false),
            Map.of("kind", "momenta", "id", "p", "inputs", List.of("input")),
            dense("th", 4, true),
            activation("tanh"),
            dense("t", 1, false),
            hamiltonian("t", "v"));
    assertThat(
            train(
                    separable,
                    spring(Map.of()),
                    Map.of(
                        "steps",
                        2,
                        "orbits",
                        Map.of("integrator", "leapfrog", "span", 2, "points", 5)))
                .status())
        .isEqualTo(Status.COMPLETED);
  }

  @Test
  void withoutAKnownMotionThereAreLossesOnly() {
    Dataset known = spring(Map.of());
    Dataset measured = new Dataset("mine", known.target(), known.train(), known.test());

    TrainingResult result = train(HAMILTONIAN, measured, Map.of("steps", 3));

    assertThat(result.metrics()).containsOnlyKeys("train_loss", "test_loss");
    assertThatThrownBy(() -> train(HAMILTONIAN, measured, Map.of("lyapunov", Map.of())))
        .hasMessageContaining("knows no law of motion");
  }

  @Test
  void refusesASectionThroughAnUnknownCoordinate() {
    assertThatThrownBy(() -> train(HAMILTONIAN, spring(Map.of()), Map.of("poincare", Map.of())))
        .hasMessageContaining("system 'mass-spring' has no coordinate 'q1'; it has q, p.");
  }

  /** Two bodies at rest fall into each other. */
  @Test
  void refusesOrbitsThatEndInASingularityBeforeTheTraining() {
    List<Double> rest = List.of(0.5, -0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    Map<String, Object> start = Map.of("by", "states", "states", List.of(rest));
    Dataset bodies =
        load(
            "trajectories",
            Map.of("system", "two-body", "span", 0.3, "start", start, "orbit-start", start));
    Configured<Trainer> trainer = configured(Trainer.class, "dynamics");
    TrainingTask task =
        TrainingTask.of(
            network(dense("law", 8, false)).build(bodies.exampleShape()),
            bodies,
            trainer.options());

    assertThatThrownBy(() -> trainer.service().check(task, TestServices.INSTANCE))
        .hasMessageContaining("cannot be followed: it runs into a singularity");
  }

  private static Dataset spring(Map<String, Object> options) {
    Map<String, Object> all = new LinkedHashMap<>(Map.of("trajectories", 6, "orbits", 3));
    all.putAll(options);
    return load("mass-spring", all);
  }

  private static Dataset load(String name, Map<String, Object> options) {
    Configured<DatasetSource> source = configured(DatasetSource.class, name, options);
    return source.service().load(source.options());
  }

  private static TrainingResult train(
      NetworkTemplate template, Dataset dataset, Map<String, Object> options) {
    return train(template, Map.of(), dataset, options);
  }

  private static TrainingResult train(
      NetworkTemplate template,
      Map<String, NdArray> initial,
      Dataset dataset,
      Map<String, Object> options) {
    Configured<Trainer> trainer = configured(Trainer.class, "dynamics", options);
    TrainingTask task =
        new TrainingTask(
            template.build(dataset.exampleShape()), initial, dataset, trainer.options());
    RunContext context =
        new RunContext(
            TestServices.INSTANCE,
            new ReferenceEngine(),
            new CompileSettings(Precision.FLOAT64, 1),
            RandomStreams.of(1),
            ProgressListener.SILENT);
    return trainer.service().train(task, context);
  }
}
