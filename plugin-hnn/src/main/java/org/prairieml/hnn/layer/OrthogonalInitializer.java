package org.prairieml.hnn.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * Weights with orthonormal rows or columns, whichever are fewer, uniform among such matrices; other
 * parameters are drawn from their own distributions.
 *
 * <p>A weight of more than two axes is taken as a matrix of its first axis by all others. The
 * columns of a Gaussian matrix are made orthonormal by Gram and Schmidt, twice for the digits that
 * the first pass loses; that has the signs that make the distribution uniform (Mezzadri 2007).
 */
public final class OrthogonalInitializer implements Initializer {

  private static final Option<Double> GAIN =
      Option.real("gain", RealRange.POSITIVE, 1, "The length of the rows or columns.");

  /** Creates the service. */
  public OrthogonalInitializer() {}

  @Override
  public String name() {
    return "orthogonal";
  }

  @Override
  public String summary() {
    return "Weights with orthonormal rows or columns; biases as their layers say.";
  }

  @Override
  public String source() {
    return "Saxe, McClelland, Ganguli: Exact solutions to the nonlinear dynamics of learning in"
        + " deep linear neural networks (2014)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(GAIN);
  }

  @Override
  public Map<String, NdArray> initialize(Network network, Options options, RandomStreams streams) {
    Map<String, NdArray> values = new LinkedHashMap<>(network.initialValues(streams));
    network
        .parameters()
        .forEach((name, spec) -> {
          if (spec.role() == ParameterSpec.Role.WEIGHT && spec.shape().rank() >= 2) {
            values.put(
                name, orthogonal(spec.shape(), options.get(GAIN), streams.stream("init/" + name)));
          }
        });
    return values;
  }

  private static NdArray orthogonal(Shape shape, double gain, RandomGenerator random) {
    int rows = shape.dimension(0);
    int columns = shape.sizeBetween(1, shape.rank());
    double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        values[i * columns + j] = gain * (rows < columns ? vectors[i][j] : vectors[j][i]);
      }
    }
    return new NdArray(shape, values);
  }

  private static double[][] orthonormal(int count, int length, RandomGenerator random) {
    double[][] vectors = new double[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = DoubleStream.generate(random::nextGaussian).limit(length).toArray();
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j]);
        }
      }
      double norm = Math.sqrt(dot(vectors[i], vectors[i]));
      for (int k = 0; k < length; k++) {
        vectors[i][k] /= norm;
      }
    }
    return vectors;
  }

  private static void add(double[] target, double factor, double[] vector) {
    for (int k = 0; k < target.length; k++) {
      target[k] += factor * vector[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
