package org.prairieml.hnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Motion;
import org.prairieml.api.run.Chart;
import org.prairieml.api.run.Chart.Axis;
import org.prairieml.api.run.Chart.Series;
import org.prairieml.api.run.Chart.Style;
import org.prairieml.graph.NdArray;
import org.prairieml.hnn.integration.Law;

/**
 * The orbits of a learned law beside the true ones from the same starts.
 *
 * @param motion the true law and the starts
 * @param truth the true orbits
 * @param learned the learned law's orbits at the same times
 * @param fieldError the mean squared error of the learned rates of change along the true orbits
 */
record OrbitComparison(Motion motion, Orbits truth, Orbits learned, double fieldError) {

  /** More orbits than that would hide each other in a picture. */
  private static final int MOST_SHOWN = 3;

  /**
   * Follows both laws.
   *
   * @param known gives the true orbits
   * @param chosen values for the keys of {@link DynamicsOptions#ORBITS}
   */
  static OrbitComparison of(LearnedLaw law, Motion motion, TrueOrbits known, Options chosen) {
    Orbits truth = truth(motion, known, chosen);
    return new OrbitComparison(
        motion,
        truth,
        Orbits.ofLearned(law, motion, truth.times(), chosen),
        FieldError.of(law.in(chosen.get(DynamicsOptions.ORBIT_PRECISION)), motion, truth));
  }

  /**
   * Returns the true orbits.
   *
   * @throws PrairieException bad input, if one of them cannot be followed
   */
  static Orbits truth(Motion motion, TrueOrbits known, Options chosen) {
    return known.of(motion, chosen.get(DynamicsOptions.SPAN), chosen.get(DynamicsOptions.POINTS));
  }

  /**
   * Returns the measures.
   *
   * <ul>
   *   <li>{@code field_error}: the mean squared error of rates of change on the true orbits
   *   <li>{@code trajectory_error}: the root of the mean squared distance per coordinate
   *   <li>{@code energy_error}: the mean squared difference of the true energy between the learned
   *       and the true orbit (Greydanus et al., "energy MSE")
   *   <li>{@code energy_drift}: the largest departure of the energy from that at the start,
   *       relative to it, in the mean over orbits
   *   <li>{@code radius_error}: the mean squared difference of {@code |x|^2}, which the published
   *       evaluation takes for the energy of every system of one degree of freedom
   * </ul>
   */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("field_error", fieldError);
    metrics.put("trajectory_error", Math.sqrt(mean(distances())));
    metrics.put("radius_error", meanSquare(radii(truth), radii(learned)));
    Law law = Law.of(motion.system(), truth.count());
    if (law.hasEnergy()) {
      double[][] energies = energies(law, learned);
      metrics.put("energy_error", meanSquare(energies(law, truth), energies));
      metrics.put("energy_drift", drift(energies));
    }
    return metrics;
  }

  /** Returns the energies by time and orbit. */
  private static double[][] energies(Law law, Orbits orbits) {
    return byTime(orbits, law::energies);
  }

  private static double[][] radii(Orbits orbits) {
    int d = orbits.states()[0][0].length;
    return byTime(
        orbits,
        states -> {
          double[] squares = new double[orbits.count()];
          for (int k = 0; k < states.length; k++) {
            squares[k / d] += states[k] * states[k];
          }
          return squares;
        });
  }

  /** Returns a quantity of all states at each time. */
  private static double[][] byTime(Orbits orbits, UnaryOperator<double[]> quantity) {
    return IntStream.range(0, orbits.times().length)
        .mapToObj(t -> quantity.apply(orbits.at(t)))
        .toArray(double[][]::new);
  }

  private static double meanSquare(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int t = 0; t < a[i].length; t++) {
        sum += (a[i][t] - b[i][t]) * (a[i][t] - b[i][t]);
      }
    }
    return sum / ((double) a.length * a[0].length);
  }

  private static double drift(double[][] energies) {
    double sum = 0;
    for (int i = 0; i < energies[0].length; i++) {
      double start = energies[0][i];
      double largest = 0;
      for (double[] present : energies) {
        largest = Math.max(largest, Math.abs(present[i] - start));
      }
      sum += largest / Math.abs(start);
    }
    return sum / energies[0].length;
  }

  /** Returns the mean squared distance per coordinate at each time, over all orbits. */
  private double[] distances() {
    double[] squares = new double[truth.times().length];
    for (int t = 0; t < squares.length; t++) {
      double sum = 0;
      int d = truth.states()[0][t].length;
      for (int i = 0; i < truth.count(); i++) {
        for (int k = 0; k < d; k++) {
          double difference = truth.states()[i][t][k] - learned.states()[i][t][k];
          sum += difference * difference;
        }
      }
      squares[t] = sum / (truth.count() * d);
    }
    return squares;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Returns the phase portrait, the error over time and, where there is one, the energy. */
  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>(List.of(portrait(), error()));
    Law law = Law.of(motion.system(), truth.count());
    if (law.hasEnergy()) {
      charts.add(energy(law));
    }
    return charts;
  }

  private Chart portrait() {
    List<String> names = motion.system().service().coordinates(motion.system().options());
    int vertical = names.size() / 2;
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_SHOWN, truth.count()); i++) {
      series.add(
          new Series(
              "true " + (i + 1),
              Style.LINE,
              truth.coordinate(i, 0),
              truth.coordinate(i, vertical)));
      series.add(
          new Series(
              "learned " + (i + 1),
              Style.POINTS,
              learned.coordinate(i, 0),
              learned.coordinate(i, vertical)));
    }
    return new Chart(
        "phase-portrait",
        "phase portrait",
        Axis.linear(names.getFirst()),
        Axis.linear(names.get(vertical)),
        series);
  }

  private Chart error() {
    double[] roots = distances();
    for (int t = 0; t < roots.length; t++) {
      roots[t] = Math.sqrt(roots[t]);
    }
    return new Chart(
        "trajectory-error",
        "distance from the true orbits",
        Axis.linear("time"),
        Axis.logarithmic("root mean square per coordinate"),
        List.of(series("learned", roots)));
  }

  private Chart energy(Law law) {
    return new Chart(
        "energy",
        "energy of the first orbit",
        Axis.linear("time"),
        Axis.linear("energy"),
        List.of(
            series("true", ofFirst(energies(law, truth))),
            series("learned", ofFirst(energies(law, learned)))));
  }

  private static double[] ofFirst(double[][] byTime) {
    return Arrays.stream(byTime).mapToDouble(present -> present[0]).toArray();
  }

  private Series series(String name, double[] values) {
    return new Series(name, Style.LINE, NdArray.vector(truth.times()), NdArray.vector(values));
  }
}
