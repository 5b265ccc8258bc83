package org.prairieml.training.data;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Points of the plane in two classes of equal size, drawn from one of a few shapes. */
public final class PlaneSource implements DatasetSource {

  private static final Option<PlaneShape> SHAPE =
      Option.choice("shape", PlaneShape.MOONS, "How the classes lie.");
  private static final Option<Integer> SAMPLES =
      Option.integer("samples", 10, 1_000_000, 1000, "The number of points, training and test.");
  private static final Option<Double> NOISE =
      Option.real(
          "noise",
          RealRange.NOT_NEGATIVE,
          0.1,
          "The standard deviation of the normal noise on both coordinates.");

  /** Creates the service. */
  public PlaneSource() {}

  @Override
  public String name() {
    return "plane";
  }

  @Override
  public String summary() {
    return "Points of the plane in two classes: blobs, moons, circles, spirals and others.";
  }

  @Override
  public List<Option<?>> options() {
    return Stream.concat(Stream.of(SHAPE, SAMPLES, NOISE), HoldOut.ALL.stream()).toList();
  }

  @Override
  public Dataset load(Options options) {
    PlaneShape shape = options.get(SHAPE);
    HoldOut.Parts parts = HoldOut.of(points(shape, options), options);
    return new Dataset(
        SHAPE.type().write(shape).toString(), new Target.Classes(2), parts.train(), parts.test());
  }

  private static Dataset.Split points(PlaneShape shape, Options options) {
    RandomGenerator random = RandomStreams.of(options.get(HoldOut.SEED)).stream("points");
    int samples = options.get(SAMPLES);
    double noise = options.get(NOISE);
    double[] x = new double[2 * samples];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      int label = i % 2;
      double[] point = shape.point(label, random);
      x[2 * i] = point[0] + noise * random.nextGaussian();
      x[2 * i + 1] = point[1] + noise * random.nextGaussian();
      y[i] = label;
    }
    return new Dataset.Split(new NdArray(Shape.of(samples, 2), x), NdArray.vector(y));
  }
}
