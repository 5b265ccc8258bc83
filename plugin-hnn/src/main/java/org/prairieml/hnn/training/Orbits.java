package org.prairieml.hnn.training;

import org.prairieml.api.Options;
import org.prairieml.api.data.Motion;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.NdArray;
import org.prairieml.hnn.integration.Dop853;
import org.prairieml.hnn.integration.Integrator;
import org.prairieml.hnn.integration.Law;

/**
 * Orbits from common starts, sampled at common times.
 *
 * @param times the times {@code [t]}
 * @param states by orbit and time, each with d coordinates
 */
record Orbits(double[] times, double[][][] states) {

  private static final String X = "orbits";

  /** Returns {@code points} times from 0 to {@code span}, both included. */
  static double[] times(double span, int points) {
    double[] times = new double[points];
    for (int i = 0; i < points; i++) {
      times[i] = span * i / (points - 1);
    }
    return times;
  }

  /** Returns the orbits of the true law, by a method of high order. */
  static Orbits ofTruth(Motion motion, double[] times) {
    Law law = Law.of(motion.system());
    double[][] starts = rows(motion.starts());
    double[][][] states = new double[starts.length][][];
    for (int i = 0; i < starts.length; i++) {
      states[i] = Dop853.PRECISE.solve(law, starts[i], times);
    }
    return new Orbits(times, states);
  }

  /**
   * Returns the orbits of a learned law.
   *
   * @param chosen values for the keys of {@link DynamicsOptions#ORBITS}
   */
  static Orbits ofLearned(LearnedLaw law, Motion motion, double[] times, Options chosen) {
    Integrator integrator = chosen.get(DynamicsOptions.INTEGRATOR);
    double interval = times[1] - times[0];
    int steps = (int) Math.ceil(interval / chosen.get(DynamicsOptions.STEP) - 1e-9);
    int count = motion.starts().shape().dimension(0);
    double[][][] states = new double[count][times.length][];
    try (Executable program =
        law.compile(
            "orbits",
            (builder, field) -> {
              var x = builder.state(X, motion.starts().shape());
              builder.update(X, integrator.step(field, x, interval / steps));
            })) {
      Buffer x = program.buffer(X);
      x.write(motion.starts().values());
      for (int t = 0; t < times.length; t++) {
        for (int step = 0; t > 0 && step < steps; step++) {
          program.run();
        }
        double[][] present = rows(x.read());
        for (int i = 0; i < count; i++) {
          states[i][t] = present[i];
        }
      }
    }
    return new Orbits(times, states);
  }

  private static double[][] rows(NdArray matrix) {
    double[][] rows = new double[matrix.shape().dimension(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.rows(i, i + 1).values();
    }
    return rows;
  }

  /** Returns a coordinate of an orbit over time. */
  NdArray coordinate(int orbit, int index) {
    double[] values = new double[times.length];
    for (int t = 0; t < times.length; t++) {
      values[t] = states[orbit][t][index];
    }
    return NdArray.vector(values);
  }

  /** Returns the number of orbits. */
  int count() {
    return states.length;
  }
}
