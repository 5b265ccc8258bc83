package org.prairieml.hnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoincareSectionTests {

  /** (sin t, cos t, t) passes zero upwards at 2 pi, 4 pi, ...; the cubic errs by 0.1^4 / 40. */
  @Test
  void findsThePassagesOfACircle() {
    double[] times = Orbits.times(20, 201);
    double[][] orbit = new double[times.length][];
    for (int t = 0; t < times.length; t++) {
      orbit[t] = new double[] {Math.sin(times[t]), Math.cos(times[t]), times[t]};
    }

    List<double[]> found =
        new PoincareSection(0).crossings(new Orbits(times, new double[][][] {orbit}));

    assertThat(found).hasSize(3);
    for (int turn = 1; turn <= 3; turn++) {
      assertThat(found.get(turn - 1)[2]).isCloseTo(2 * Math.PI * turn, within(3e-6));
      assertThat(found.get(turn - 1)[1]).isCloseTo(1, within(3e-6));
    }
  }

  @Test
  void leavesOutWhatIsNotFinite() {
    double[][] orbit = {{-2}, {-1}, {Double.NaN}, {1}, {2}, {3}};

    assertThat(
            new PoincareSection(0).crossings(new Orbits(new double[6], new double[][][] {orbit})))
        .isEmpty();
  }
}
