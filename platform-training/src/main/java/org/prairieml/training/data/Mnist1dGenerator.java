package org.prairieml.training.data;

import java.util.Arrays;
import org.prairieml.api.run.RandomState;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.training.numpy.LinearInterpolation;
import org.prairieml.training.numpy.PairwiseSum;

/** Makes MNIST-1D as {@code make_dataset} of the published code does, draw by draw. */
final class Mnist1dGenerator {

  private final Mnist1dSettings settings;
  private final Mnist1dDistortion distortion;
  private final RandomState random;
  private final int perClass;
  private final int samples;

  Mnist1dGenerator(Mnist1dSettings settings) {
    this.settings = settings;
    distortion = settings.distortion();
    random = new RandomState(settings.seed());
    perClass = settings.samples() / Mnist1dTemplates.CLASSES;
    samples = perClass * Mnist1dTemplates.CLASSES;
  }

  Mnist1d generate() {
    double[][] inClassOrder = samples();
    int[] order = random.permutation(samples);
    double[] x = flatten(inClassOrder, order, featureOrder());
    double[] y = Arrays.stream(order).mapToDouble(i -> i / perClass).toArray();
    double deviation = PairwiseSum.standardDeviation(x);
    return split(standardized(x, deviation), y, places(deviation));
  }

  /** Returns all samples of digit 0, then of digit 1, and so on. */
  private double[][] samples() {
    Mnist1dTransform transform = new Mnist1dTransform(distortion, random);
    double[][] signals = new double[samples][];
    for (int digit = 0; digit < Mnist1dTemplates.CLASSES; digit++) {
      double[] template = Mnist1dTemplates.of(digit);
      for (int i = 0; i < perClass; i++) {
        signals[digit * perClass + i] = transform.sample(template);
      }
    }
    return signals;
  }

  private int[] featureOrder() {
    int[] order = new int[distortion.length()];
    Arrays.setAll(order, i -> i);
    if (settings.shuffleSequence()) {
      random.shuffle(order);
    }
    return order;
  }

  private static double[] flatten(double[][] rows, int[] rowOrder, int[] columnOrder) {
    int width = columnOrder.length;
    double[] flat = new double[rowOrder.length * width];
    Arrays.setAll(flat, i -> rows[rowOrder[i / width]][columnOrder[i % width]]);
    return flat;
  }

  private static double[] standardized(double[] x, double deviation) {
    double mean = PairwiseSum.mean(x);
    return Arrays.stream(x).map(value -> (value - mean) / deviation).toArray();
  }

  /** The places go through the same two interpolations as the signals, but draw nothing. */
  private double[] places(double deviation) {
    double[] dilated =
        LinearInterpolation.resample(Mnist1dTemplates.heights(), distortion.paddedLength());
    double[] places = LinearInterpolation.resample(dilated, distortion.length());
    return Arrays.stream(places).map(t -> t / deviation).toArray();
  }

  private Mnist1d split(double[] x, double[] y, double[] t) {
    int train = (int) (samples * settings.trainSplit());
    NdArray signals = new NdArray(Shape.of(samples, distortion.length()), x);
    NdArray labels = NdArray.vector(y);
    return new Mnist1d(
        signals.rows(0, train),
        labels.rows(0, train),
        signals.rows(train, samples),
        labels.rows(train, samples),
        NdArray.vector(t));
  }
}
