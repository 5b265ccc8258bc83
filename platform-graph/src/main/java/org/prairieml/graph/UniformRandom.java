package org.prairieml.graph;

import java.util.List;

/**
 * Uniform random numbers in [0, 1), a pure function of stream, counter and position, so that a
 * program replays.
 *
 * <p>The operand is a scalar counter, a whole number that the program increments to draw afresh.
 * Every value is a multiple of 2^-24, hence the same number in float32 and float64. The bits are
 * those of two rounds of the SplitMix64 finalizer (Steele, Lea, Flood: Fast splittable pseudorandom
 * number generators, OOPSLA 2014).
 *
 * @param stream the number of the stream; streams are independent
 * @param extent the shape of the result
 */
public record UniformRandom(long stream, Shape extent) implements Primitive {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  @Override
  public String label() {
    return "uniform";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    if (operands.getFirst().rank() != 0) {
      throw new GraphException("the counter must be a scalar, found " + operands.getFirst());
    }
    return extent;
  }

  @Override
  public boolean differentiable(int operand) {
    return false;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    throw new IllegalStateException("No gradient flows to a random counter.");
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    long counter = (long) operands[0][0];
    for (int i = 0; i < result.length; i++) {
      result[i] = value(counter, i);
    }
  }

  /** Returns the element at a position for a counter. */
  public double value(long counter, int position) {
    long key = mix(stream + GOLDEN_GAMMA * (counter + 1));
    return (mix(key + GOLDEN_GAMMA * (position + 1L)) >>> 40) * 0x1p-24;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
