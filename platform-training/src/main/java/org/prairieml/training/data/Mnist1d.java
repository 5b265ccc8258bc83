package org.prairieml.training.data;

import org.prairieml.graph.NdArray;

/**
 * The data set MNIST-1D: ten digits as noisy one-dimensional signals, of mean 0 and deviation 1
 * over both sets together.
 *
 * <p>{@link Mnist1dSettings#published} gives the published data set: labels exactly, signals to the
 * last bit or two. Source: S. Greydanus, D. Kobak: Scaling down deep learning with MNIST-1D, ICML
 * 2024 (arXiv:2011.14439).
 *
 * @param x training signals, [n, length]
 * @param y their labels 0 to 9, [n]
 * @param xTest test signals, [m, length]
 * @param yTest their labels, [m]
 * @param t the places at which the signals are sampled, [length]
 */
public record Mnist1d(NdArray x, NdArray y, NdArray xTest, NdArray yTest, NdArray t) {

  /** Generates the data set; equal settings give equal bits. */
  public static Mnist1d generate(Mnist1dSettings settings) {
    return new Mnist1dGenerator(settings).generate();
  }
}
