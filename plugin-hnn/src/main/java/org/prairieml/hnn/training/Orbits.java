package org.prairieml.hnn.training;

import java.util.Arrays;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
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

  /**
   * Returns the orbits of the true law, by a method of high order.
   *
   * @throws PrairieException bad input, if one of them cannot be followed
   */
  static Orbits ofTruth(Motion motion, double[] times) {
    int count = motion.starts().shape().dimension(0);
    try {
      Law law = Law.of(motion.system(), count);
      double[][] states = Dop853.PRECISE.solve(law, motion.starts().values(), times);
      return new Orbits(times, byOrbit(states, count));
    } catch (PrairieException lost) {
      return oneByOne(motion, times);
    }
  }

  /** Tells which orbit cannot be followed, or succeeds where the steps of one suit no other. */
  private static Orbits oneByOne(Motion motion, double[] times) {
    Law law = Law.of(motion.system());
    double[][][] states =
        Arrays.stream(rows(motion.starts()))
            .map(start -> Dop853.PRECISE.solve(law, start, times))
            .toArray(double[][][]::new);
    return new Orbits(times, states);
  }

  private static double[][][] byOrbit(double[][] flat, int count) {
    double[][][] states = new double[count][flat.length][];
    int d = flat[0].length / count;
    for (int i = 0; i < count; i++) {
      for (int t = 0; t < flat.length; t++) {
        states[i][t] = Arrays.copyOfRange(flat[t], i * d, (i + 1) * d);
      }
    }
    return states;
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
    double[][] states = new double[times.length][];
    try (Executable program =
        law.in(chosen.get(DynamicsOptions.ORBIT_PRECISION))
            .compile(
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
        states[t] = x.read().values();
      }
    }
    return new Orbits(times, byOrbit(states, count));
  }

  private static double[][] rows(NdArray matrix) {
    double[][] rows = new double[matrix.shape().dimension(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.rows(i, i + 1).values();
    }
    return rows;
  }

  /** Returns the states of all orbits at a time, one after another. */
  double[] at(int time) {
    return Arrays.stream(states).flatMapToDouble(orbit -> Arrays.stream(orbit[time])).toArray();
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
