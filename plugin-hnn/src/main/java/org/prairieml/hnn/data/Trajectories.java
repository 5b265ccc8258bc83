package org.prairieml.hnn.data;

import java.util.Arrays;
import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Motion;
import org.prairieml.api.data.Target;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.api.run.RandomState;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.hnn.integration.Dop853;
import org.prairieml.hnn.integration.Law;

/**
 * Makes a data set as the published code does: states along trajectories, with noise, and the rates
 * of change without noise; the first trajectories to learn from, the others to be judged by.
 *
 * @param system the law
 * @param count the number of trajectories
 * @param span how long each is followed
 * @param samples the number of states of each, evenly over the span, both ends included
 * @param noise the standard deviation of the Gaussian noise on each coordinate
 * @param testShare the share of states to be judged by
 * @param seed seeds NumPy's legacy generator
 */
record Trajectories(
    Configured<DynamicalSystem> system,
    int count,
    double span,
    int samples,
    double noise,
    double testShare,
    long seed) {

  /**
   * Returns the data set.
   *
   * @param starts where the trajectories start
   * @param judged where the orbits start that a learned law is judged by
   * @param judgedCount how many these are; they are drawn last, so that they move nothing
   */
  Dataset make(String name, Starts starts, Starts judged, int judgedCount) {
    Law law = Law.of(system);
    RandomState random = new RandomState(seed);
    double[] times = times();
    int d = law.dimension();
    double[] x = new double[count * samples * d];
    double[] y = new double[x.length];
    for (int i = 0; i < count; i++) {
      double[][] path = Dop853.PRECISE.solve(law, starts.draw(i, law, random), times);
      int at = i * samples * d;
      fillRates(path, law, y, at);
      fillStates(path, random, x, at);
    }
    double[] judgedStarts = new double[judgedCount * d];
    for (int i = 0; i < judgedCount; i++) {
      System.arraycopy(judged.draw(i, law, random), 0, judgedStarts, i * d, d);
    }
    Motion motion = new Motion(system, new NdArray(Shape.of(judgedCount, d), judgedStarts));
    return split(name, x, y, d, motion);
  }

  /** {@code numpy.linspace(0, span, samples)}. */
  private double[] times() {
    double[] times = new double[samples];
    Arrays.setAll(times, i -> i == samples - 1 ? span : i * (span / (samples - 1)));
    return times;
  }

  private static void fillRates(double[][] path, Law law, double[] y, int at) {
    for (int i = 0; i < path.length; i++) {
      System.arraycopy(law.rates(path[i]), 0, y, at + i * law.dimension(), law.dimension());
    }
  }

  /** The noise of all times of one coordinate is drawn before that of the next. */
  private void fillStates(double[][] path, RandomState random, double[] x, int at) {
    int d = path[0].length;
    for (int k = 0; k < d; k++) {
      for (int i = 0; i < path.length; i++) {
        x[at + i * d + k] = path[i][k] + random.randn() * noise;
      }
    }
  }

  private Dataset split(String name, double[] x, double[] y, int d, Motion motion) {
    int rows = count * samples;
    int train = (int) (rows * (1 - testShare));
    Shape shape = Shape.of(rows, d);
    NdArray states = new NdArray(shape, x);
    NdArray rates = new NdArray(shape, y);
    return new Dataset(
        name,
        new Target.Values(d),
        new Dataset.Split(states.rows(0, train), rates.rows(0, train)),
        new Dataset.Split(states.rows(train, rows), rates.rows(train, rows)),
        Optional.of(motion));
  }
}
