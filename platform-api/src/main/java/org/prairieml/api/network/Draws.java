package org.prairieml.api.network;

import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Where layers get random numbers from while a network learns.
 *
 * <p>Numbers are a pure function of the consumer's name, the seed, the counter and the position, so
 * a step that is built or run twice sees the same ones, and so does its adjoint. The seed is a
 * value like any other, so that networks of different seeds have the same program.
 *
 * @param seed a scalar that holds {@link #seed(RandomStreams)}
 * @param counter a scalar that holds a whole number below 2^24, another one in every step that
 *     draws afresh
 */
public record Draws(Tensor seed, Tensor counter) {

  /** Returns the seed of a training: a whole number from 0 to 2^24 - 1, exact in float32. */
  public static double seed(RandomStreams streams) {
    return streams.streamSeed("noise") >>> 40;
  }

  /**
   * Returns uniform random numbers in [0, 1), multiples of 2^-24: those of the counter, each
   * rotated by one of the seed (Cranley and Patterson: Randomization of number theoretic methods
   * for multiple integration, 1976).
   */
  Tensor uniform(String name, Shape shape) {
    RandomStreams names = RandomStreams.of(0);
    Tensor fresh = Tensor.uniform(names.streamSeed(name), counter, shape);
    Tensor turn = Tensor.uniform(names.streamSeed(name + "/seed"), seed, shape);
    Tensor difference = fresh.sub(turn);
    return difference.sub(difference.floor());
  }
}
