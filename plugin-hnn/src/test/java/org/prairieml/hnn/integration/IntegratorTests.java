package org.prairieml.hnn.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.configured;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.api.Configured;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

class IntegratorTests {

  private static final double[] START = {1.2, 0.4};

  @ParameterizedTest
  @EnumSource
  void errorFallsWithTheStepToThePowerOfTheOrder(Integrator integrator) {
    double coarse = error(integrator, 40);
    double fine = error(integrator, 80);

    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(integrator.order(), within(0.15));
  }

  private static double error(Integrator integrator, int steps) {
    double[] truth =
        Dop853.PRECISE.solve(Law.of(system("pendulum")), START, new double[] {0, 1})[1];
    double[] found = follow(integrator, field(system("pendulum")), START, 1.0 / steps, steps);
    return Math.hypot(found[0] - truth[0], found[1] - truth[1]);
  }

  /** Over 2,000 periods; the drift of RK4 at this step would be a hundred times larger. */
  @ParameterizedTest
  @CsvSource({"LEAPFROG, 2e-2", "YOSHIDA4, 2e-3"})
  void symplecticOnesKeepTheEnergyBounded(Integrator integrator, double bound) {
    Configured<DynamicalSystem> spring = system("mass-spring");
    double[] end = follow(integrator, field(spring), START, 0.1, 62_832);

    Law law = Law.of(spring);
    assertThat(law.energy(end) / law.energy(START)).isCloseTo(1, within(bound));
  }

  @ParameterizedTest
  @CsvSource({
    "mass-spring, true",
    "pendulum, true",
    "henon-heiles, true",
    "two-body, true",
    "double-pendulum, false",
    "van-der-pol, false",
  })
  void separableSystemsAreKnownAsSuch(String name, boolean separable) {
    Configured<DynamicalSystem> system = system(name);
    int dimension = system.service().coordinates(system.options()).size();

    assertThat(Separability.holds(dimension, field(system))).isEqualTo(separable);
  }

  @Test
  void tangentIsTheDerivativeOfTheField() {
    Configured<DynamicalSystem> system = system("henon-heiles");
    double[] x = {0.1, -0.2, 0.3, 0.05};
    double[] v = {0.5, 0.1, -0.4, 0.7};
    double[] both = new double[8];
    System.arraycopy(x, 0, both, 0, 4);
    System.arraycopy(v, 0, both, 4, 4);

    double[] found = Law.of(8, Tangent.of(field(system))).rates(both);

    Law law = Law.of(system);
    double h = 1e-5;
    for (int k = 0; k < 4; k++) {
      double forward = law.rates(moved(x, v, h))[k];
      double backward = law.rates(moved(x, v, -h))[k];
      assertThat(found[4 + k]).isCloseTo((forward - backward) / (2 * h), within(1e-9));
      assertThat(found[k]).isEqualTo(law.rates(x)[k]);
    }
  }

  private static double[] moved(double[] x, double[] v, double h) {
    double[] moved = x.clone();
    for (int k = 0; k < x.length; k++) {
      moved[k] += h * v[k];
    }
    return moved;
  }

  private static Configured<DynamicalSystem> system(String name) {
    return configured(DynamicalSystem.class, name);
  }

  private static UnaryOperator<Tensor> field(Configured<DynamicalSystem> system) {
    return x -> system.service().timeDerivative(x, system.options());
  }

  private static double[] follow(
      Integrator integrator, UnaryOperator<Tensor> field, double[] start, double h, int steps) {
    Program.Builder builder = Program.builder("orbit");
    Tensor x = builder.state("x", Shape.of(1, start.length));
    ReferenceEvaluator evaluator =
        new ReferenceEvaluator(builder.update("x", integrator.step(field, x, h)).build());
    evaluator.set("x", start);
    for (int i = 0; i < steps; i++) {
      evaluator.run();
    }
    return evaluator.get("x").values();
  }
}
