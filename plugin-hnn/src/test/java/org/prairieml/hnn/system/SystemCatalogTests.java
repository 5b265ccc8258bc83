package org.prairieml.hnn.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.configured;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.hnn.integration.Law;

class SystemCatalogTests {

  /** Newton: masses of 1 attract each other along the line between them by 1 / r^2. */
  @Test
  void twoBodiesObeyNewton() {
    double[] x = {0.5, -0.4, 0.8, -0.7, 0.1, -0.2, 0.3, 0.4};
    double dx = x[0] - x[1];
    double dy = x[2] - x[3];
    double cube = Math.pow(dx * dx + dy * dy, 1.5);

    assertThat(law("two-body").rates(x))
        .containsExactly(
            new double[] {x[4], x[5], x[6], x[7], -dx / cube, dx / cube, -dy / cube, dy / cube},
            within(1e-14));
  }

  /** The momenta are M(q) dq/dt, and the energy is that of two points moving in the plane. */
  @Test
  void doublePendulumIsTwoPointsOnRods() {
    double[] x = {0.7, -1.1, 0.9, 0.3};
    double[] rates = law("double-pendulum").rates(x);
    double c = Math.cos(x[0] - x[1]);
    assertThat(2 * rates[0] + c * rates[1]).isCloseTo(x[2], within(1e-14));
    assertThat(c * rates[0] + rates[1]).isCloseTo(x[3], within(1e-14));

    double vx1 = Math.cos(x[0]) * rates[0];
    double vy1 = Math.sin(x[0]) * rates[0];
    double vx2 = vx1 + Math.cos(x[1]) * rates[1];
    double vy2 = vy1 + Math.sin(x[1]) * rates[1];
    double kinetic = (vx1 * vx1 + vy1 * vy1 + vx2 * vx2 + vy2 * vy2) / 2;
    double heights = (1 - Math.cos(x[0])) + (2 - Math.cos(x[0]) - Math.cos(x[1]));
    assertThat(law("double-pendulum").energy(x)).isCloseTo(kinetic + 9.81 * heights, within(1e-13));
  }

  @Test
  void vanDerPolHasItsViscosity() {
    Law law = Law.of(configured(DynamicalSystem.class, "van-der-pol", Map.of("mu", 0.5)));

    assertThat(law.rates(new double[] {2, 3}))
        .containsExactly(new double[] {3, 0.5 * (1 - 4) * 3 - 2}, within(1e-15));
    assertThat(law.hasEnergy()).isFalse();
  }

  @Test
  void formulaGivesASystemOfItsOwn() {
    Configured<DynamicalSystem> system =
        configured(
            DynamicalSystem.class,
            "formula",
            Map.of("hamiltonian", "(p1^2 + p2^2)/2 + q1^4/4 - cos(q2)"));

    assertThat(system.service().coordinates(system.options()))
        .containsExactly("q1", "q2", "p1", "p2");
    assertThat(Law.of(system).rates(new double[] {2, 0.5, -1, 3}))
        .containsExactly(new double[] {-1, 3, -8, -Math.sin(0.5)}, within(1e-14));
  }

  @Test
  void formulaOfAnotherNameIsRefused() {
    Configured<DynamicalSystem> system =
        configured(DynamicalSystem.class, "formula", Map.of("hamiltonian", "p^2/2 + x^2"));

    assertThatThrownBy(() -> Law.of(system)).hasMessageContaining("'x' is no coordinate");
  }

  private static Law law(String name) {
    return Law.of(configured(DynamicalSystem.class, name));
  }
}
