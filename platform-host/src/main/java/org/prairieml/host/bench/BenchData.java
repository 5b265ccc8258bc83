package org.prairieml.host.bench;

import org.prairieml.api.network.Distribution;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Random inputs, the same in every run. */
final class BenchData {

  /** The streams of all workloads, from the seed 1. */
  static final RandomStreams STREAMS = RandomStreams.of(1);

  private BenchData() {}

  /** Returns normal numbers with mean 0 and deviation 1. */
  static NdArray normal(String stream, Shape shape) {
    return new Distribution.Normal(0, 1).sample(shape, STREAMS.stream(stream));
  }

  /** Returns labels, each class equally likely. */
  static NdArray labels(String stream, int count, int classes) {
    return NdArray.vector(
        STREAMS.stream(stream).ints(count, 0, classes).asDoubleStream().toArray());
  }
}
