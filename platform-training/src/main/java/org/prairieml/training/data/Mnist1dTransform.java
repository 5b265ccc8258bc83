package org.prairieml.training.data;

import java.util.Arrays;
import org.prairieml.api.run.RandomState;
import org.prairieml.training.numpy.GaussianFilter;
import org.prairieml.training.numpy.LinearInterpolation;

/**
 * Makes one sample of MNIST-1D out of a template, in eight stages that draw from one generator in
 * the published order.
 *
 * <p>Source: {@code mnist1d/transform.py} of github.com/greydanus/mnist1d.
 */
final class Mnist1dTransform {

  /** Added to a template so that none of its samples is 0, the mark of padding. */
  private static final double NOT_PADDING = 1e-8;

  private static final GaussianFilter SMOOTHING = new GaussianFilter(2);

  private final Mnist1dDistortion distortion;
  private final RandomState random;

  Mnist1dTransform(Mnist1dDistortion distortion, RandomState random) {
    this.distortion = distortion;
    this.random = random;
  }

  /** Returns a new sample of the digit with this template. */
  double[] sample(double[] template) {
    double[] padded = pad(template);
    double[] placed = translate(scale(dilate(padded)));
    double[] noisy = addIndependentNoise(fillWithCorrelatedNoise(placed));
    return subsample(shear(noisy));
  }

  /** Appends a random number of zeros. */
  double[] pad(double[] template) {
    int range = distortion.maxPadding() - distortion.minPadding() + 1;
    int padding = distortion.minPadding() + (int) (random.rand() * range);
    double[] marked = Arrays.stream(template).map(x -> x + NOT_PADDING).toArray();
    return Arrays.copyOf(marked, template.length + padding);
  }

  /** Stretches to the length that the longest padding gives. */
  double[] dilate(double[] signal) {
    return LinearInterpolation.resample(signal, distortion.paddedLength());
  }

  /** Multiplies by a random factor around 1. */
  double[] scale(double[] signal) {
    double factor = 1 + distortion.scale() * (random.rand() - 0.5);
    return Arrays.stream(signal).map(x -> x * factor).toArray();
  }

  /** Rotates to the right by a random number of samples. */
  double[] translate(double[] signal) {
    // The published slices leave a signal as it is when they exceed it.
    int shift = Math.min(random.choice(distortion.maxTranslation()), signal.length);
    double[] moved = new double[signal.length];
    System.arraycopy(signal, signal.length - shift, moved, 0, shift);
    System.arraycopy(signal, 0, moved, shift, signal.length - shift);
    return moved;
  }

  /** Puts smooth noise where there is padding. */
  double[] fillWithCorrelatedNoise(double[] signal) {
    double[] noise = SMOOTHING.apply(noise(distortion.correlatedNoise(), signal.length));
    double[] filled = new double[signal.length];
    Arrays.setAll(filled, i -> signal[i] != 0 ? signal[i] : noise[i]);
    return filled;
  }

  /** Adds noise to every sample. */
  double[] addIndependentNoise(double[] signal) {
    double[] noise = noise(distortion.independentNoise(), signal.length);
    double[] noisy = new double[signal.length];
    Arrays.setAll(noisy, i -> signal[i] + noise[i]);
    return noisy;
  }

  private double[] noise(double deviation, int n) {
    return Arrays.stream(random.randn(n)).map(x -> deviation * x).toArray();
  }

  /** Subtracts a line of random slope through the middle. */
  double[] shear(double[] signal) {
    double slope = distortion.shear() * (random.rand() - 0.5);
    double[] line = LinearInterpolation.linspace(-0.5, 0.5, signal.length);
    double[] sheared = new double[signal.length];
    Arrays.setAll(sheared, i -> signal[i] - slope * line[i]);
    return sheared;
  }

  /** Draws the signal with the final number of samples. */
  double[] subsample(double[] signal) {
    return LinearInterpolation.resample(signal, distortion.length());
  }
}
