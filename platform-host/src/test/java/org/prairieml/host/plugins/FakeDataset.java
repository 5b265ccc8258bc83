package org.prairieml.host.plugins;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Four points of the plane to learn from and two to be judged by, in two classes. */
public final class FakeDataset implements DatasetSource {

  private static final Option<Integer> SEED =
      Option.integer("seed", 0, 1000, 7, "Added to the first input.");

  @Override
  public String name() {
    return "corners";
  }

  @Override
  public String summary() {
    return "The corners of a square.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(SEED);
  }

  @Override
  public Dataset load(Options options) {
    int first = options.get(SEED);
    return new Dataset(
        name(),
        new Target.Classes(2),
        new Dataset.Split(
            new NdArray(Shape.of(4, 2), new double[] {first, 0, 0, 1, 1, 0, 1.5, 1}),
            NdArray.vector(0, 1, 1, 1)),
        new Dataset.Split(
            new NdArray(Shape.of(2, 2), new double[] {0, -2, 1, 1e-4}), NdArray.vector(0, 1)));
  }
}
