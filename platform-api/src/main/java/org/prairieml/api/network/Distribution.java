package org.prairieml.api.network;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Where a parameter's start values come from. */
public sealed interface Distribution {

  /** Every element the same. */
  record Constant(double value) implements Distribution {}

  /** Uniform between two numbers. */
  record Uniform(double low, double high) implements Distribution {}

  /** Normal with a mean and a standard deviation. */
  record Normal(double mean, double deviation) implements Distribution {}

  /** Given numbers, of the parameter's size. */
  record Given(NdArray values) implements Distribution {}

  /** Returns the uniform distribution of PyTorch's layers, within 1 / sqrt(fan-in) of 0. */
  static Distribution fanInUniform(int fanIn) {
    double bound = 1 / Math.sqrt(fanIn);
    return new Uniform(-bound, bound);
  }

  /** Returns elements drawn one after another in row-major order. */
  default NdArray sample(Shape shape, RandomGenerator random) {
    return switch (this) {
      case Given given -> given.values().reshape(shape);
      case Constant constant -> NdArray.filled(shape, constant.value());
      case Uniform uniform ->
          draw(shape, () -> uniform.low() + (uniform.high() - uniform.low()) * random.nextDouble());
      case Normal normal ->
          draw(shape, () -> normal.mean() + normal.deviation() * random.nextGaussian());
    };
  }

  private static NdArray draw(Shape shape, DoubleSupplier source) {
    double[] values = new double[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = source.getAsDouble();
    }
    return new NdArray(shape, values);
  }
}
