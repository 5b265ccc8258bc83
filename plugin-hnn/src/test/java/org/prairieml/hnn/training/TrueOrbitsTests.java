package org.prairieml.hnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.hnn.TestServices.configured;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prairieml.api.data.Motion;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.hnn.integration.Dop853;
import org.prairieml.hnn.integration.Law;

class TrueOrbitsTests {

  /** A slow and a fast one, and one that passes the singularity closely. */
  private static final Motion KEPLER =
      motion("p1^2/2 + p2^2/2 - 1/sqrt(q1^2 + q2^2)", 2, 0, 0, 0.7, 1, 0, 0, 1.2, 1, 0, 0, 0.2);

  /** Within ten times the tolerance per step times the growth of errors over three turns. */
  @Test
  void orbitsFollowedTogetherAreThoseFollowedAlone() {
    Orbits together = new TrueOrbits().of(KEPLER, 5, 11);
    Law law = Law.of(KEPLER.system());

    for (int i = 0; i < 3; i++) {
      double[] start = KEPLER.starts().rows(i, i + 1).values();
      double[][] alone = Dop853.PRECISE.solve(law, start, together.times());
      for (int t = 0; t < alone.length; t++) {
        assertThat(together.states()[i][t]).containsExactly(alone[t], within(1e-9));
        assertThat(together.at(t)).hasSize(12).containsSequence(together.states()[i][t]);
      }
    }
  }

  @Test
  void theSameOrbitsAreFollowedOnceAlsoWhenSeveralThreadsAsk() {
    TrueOrbits known = new TrueOrbits();

    List<Orbits> found =
        IntStream.range(0, 8).parallel().mapToObj(_ -> known.of(KEPLER, 5, 11)).toList();

    assertThat(found).allMatch(orbits -> orbits == found.getFirst());
    assertThat(known.of(KEPLER, 5, 12)).isNotSameAs(found.getFirst());
  }

  @Test
  void namesTheOrbitThatCannotBeFollowed() {
    Motion falling = motion("p^2/2 - 1/abs(q)", 1, 2, 1, 0, 3, 2);

    assertThatThrownBy(() -> new TrueOrbits().of(falling, 10, 3))
        .hasMessageContaining("The motion from state [1.0, 0.0] at time 0.0 cannot be followed");
  }

  private static Motion motion(String hamiltonian, double... starts) {
    var system =
        configured(
            DynamicalSystem.class, "formula", Map.<String, Object>of("hamiltonian", hamiltonian));
    int d = system.service().coordinates(system.options()).size();
    return new Motion(system, new NdArray(Shape.of(starts.length / d, d), starts));
  }
}
