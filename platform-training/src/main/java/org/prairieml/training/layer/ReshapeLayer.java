package org.prairieml.training.layer;

import java.util.Collections;
import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Examples in another shape of the same size, in row-major order: input {@code [n, ...]}, output
 * {@code [n, shape...]}.
 */
public final class ReshapeLayer implements Layer {

  private static final int REST = -1;

  private static final Option<List<Integer>> SHAPE =
      Option.required(
          "shape",
          OptionTypes.list(OptionTypes.integer(REST, Integer.MAX_VALUE)),
          "The shape of an example; one dimension may be -1: what is left.");

  /** Creates the service. */
  public ReshapeLayer() {}

  @Override
  public String name() {
    return "reshape";
  }

  @Override
  public String summary() {
    return "Examples in another shape of the same size.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(SHAPE);
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    Tensor x = Layer.single(inputs);
    Shape example = x.shape().remove(0);
    return x.reshape(shape(options.get(SHAPE), example).insert(0, x.shape().dimension(0)));
  }

  private static Shape shape(List<Integer> wanted, Shape example) {
    int[] dimensions = wanted.stream().mapToInt(Integer::intValue).toArray();
    int rest = wanted.indexOf(REST);
    long known =
        wanted.stream().filter(n -> n != REST).mapToLong(n -> n).reduce(1, (a, b) -> a * b);
    if (rest >= 0 && known > 0) {
      dimensions[rest] = (int) (example.size() / known);
    }
    boolean fits = rest < 0 ? known == example.size() : known > 0 && example.size() % known == 0;
    if (!fits || Collections.frequency(wanted, REST) > 1) {
      throw new GraphException(
          "'shape' is %s, but an example has the shape %s, of %d elements"
              .formatted(wanted, example, example.size()));
    }
    return Shape.of(dimensions);
  }
}
