package org.prairieml.hnn.training;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Motion;
import org.prairieml.api.run.Chart;
import org.prairieml.api.run.Chart.Axis;
import org.prairieml.api.run.Chart.Series;
import org.prairieml.api.run.Chart.Style;
import org.prairieml.graph.NdArray;

/** Where orbits pass through a plane: a coordinate is zero and grows. */
record PoincareSection(int coordinate) {

  /** Short against every period, so that the cubic between four states misses little. */
  private static final double INTERVAL = 0.1;

  /**
   * Returns the picture of the sections of the true and the learned law.
   *
   * @param known gives the true orbits
   * @param chosen values for the keys of {@link DynamicsOptions#POINCARE}
   * @param orbits how the learned law is followed
   */
  static Chart chart(
      LearnedLaw law, Motion motion, TrueOrbits known, Options chosen, Options orbits) {
    List<String> names = motion.system().service().coordinates(motion.system().options());
    PoincareSection section =
        new PoincareSection(names.indexOf(chosen.get(DynamicsOptions.SECTION_COORDINATE)));
    String right = chosen.get(DynamicsOptions.SECTION_HORIZONTAL);
    String up = chosen.get(DynamicsOptions.SECTION_VERTICAL);
    Orbits trueOrbits = truth(motion, known, chosen);
    List<double[]> truth = section.crossings(trueOrbits);
    List<double[]> learned =
        section.crossings(Orbits.ofLearned(law, motion, trueOrbits.times(), orbits));
    return new Chart(
        "poincare-section",
        "section at %s = 0, upwards".formatted(chosen.get(DynamicsOptions.SECTION_COORDINATE)),
        Axis.linear(right),
        Axis.linear(up),
        List.of(
            series("true", truth, names.indexOf(right), names.indexOf(up)),
            series("learned", learned, names.indexOf(right), names.indexOf(up))));
  }

  /**
   * Returns the true orbits.
   *
   * @throws PrairieException bad input, if one of them cannot be followed
   */
  static Orbits truth(Motion motion, TrueOrbits known, Options chosen) {
    double span = chosen.get(DynamicsOptions.SECTION_SPAN);
    return known.of(motion, span, Math.max(4, (int) Math.round(span / INTERVAL) + 1));
  }

  private static Series series(String name, List<double[]> points, int right, int up) {
    return new Series(name, Style.POINTS, column(points, right), column(points, up));
  }

  private static NdArray column(List<double[]> points, int index) {
    return NdArray.vector(points.stream().mapToDouble(point -> point[index]).toArray());
  }

  /** Returns the states of all orbits at their passages. */
  List<double[]> crossings(Orbits orbits) {
    List<double[]> found = new ArrayList<>();
    for (double[][] orbit : orbits.states()) {
      for (int t = 1; t + 2 < orbit.length; t++) {
        if (orbit[t][coordinate] < 0 && orbit[t + 1][coordinate] >= 0) {
          found.add(crossing(orbit, t));
        }
      }
    }
    return found;
  }

  /** Halves the interval on the cubic through four states around the passage. */
  private double[] crossing(double[][] orbit, int t) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (cubic(orbit, t, coordinate, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[] state = new double[orbit[t].length];
    for (int k = 0; k < state.length; k++) {
      state[k] = cubic(orbit, t, k, high);
    }
    return state;
  }

  /** Lagrange's polynomial through the states at -1, 0, 1 and 2. */
  private static double cubic(double[][] orbit, int t, int k, double s) {
    return -s * (s - 1) * (s - 2) / 6 * orbit[t - 1][k]
        + (s + 1) * (s - 1) * (s - 2) / 2 * orbit[t][k]
        - (s + 1) * s * (s - 2) / 2 * orbit[t + 1][k]
        + (s + 1) * s * (s - 1) / 6 * orbit[t + 2][k];
  }
}
