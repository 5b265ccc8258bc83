package org.prairieml.api.network;

import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Where layers get random numbers from while a network learns.
 *
 * <p>Numbers are a pure function of the stream, the counter and the position, so a step that is
 * built or run twice sees the same ones, and so does its adjoint.
 *
 * @param streams the streams of the training; every consumer's stream goes by its own name
 * @param counter a scalar that holds a whole number, another one in every step that draws afresh;
 *     at most 2^24 in float32
 */
public record Draws(RandomStreams streams, Tensor counter) {

  /** Returns uniform random numbers in [0, 1) on a stream. */
  Tensor uniform(String stream, Shape shape) {
    return Tensor.uniform(streams.streamSeed(stream), counter, shape);
  }
}
