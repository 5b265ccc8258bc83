package org.prairieml.host.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.network.Distribution;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** The parameters of a graph that is being built: each is a state of its program. */
final class Parameters {

  private final Program.Builder builder;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, Distribution> initial = new LinkedHashMap<>();

  Parameters(Program.Builder builder) {
    this.builder = builder;
  }

  /** Declares a parameter with the distribution of its start values. */
  Tensor declare(String name, Distribution distribution, int... dimensions) {
    Tensor tensor = builder.state(name, Shape.of(dimensions));
    tensors.put(name, tensor);
    initial.put(name, distribution);
    return tensor;
  }

  /** Returns {@code x W^T}, W being {@code <layer>.weight [units, fan-in]}. */
  Tensor linear(String layer, Tensor x, int units, Distribution weight) {
    return x.matmul(
        declare(layer + ".weight", weight, units, x.shape().dimension(-1)), false, true);
  }

  /** Returns {@code x W^T + b}, b being {@code <layer>.bias [units]}. */
  Tensor dense(String layer, Tensor x, int units, Distribution weight, Distribution bias) {
    return linear(layer, x, units, weight).add(declare(layer + ".bias", bias, units));
  }

  /** Returns a dense layer with the start values that are usual for one. */
  Tensor dense(String layer, Tensor x, int units) {
    Distribution usual = Distribution.fanInUniform(x.shape().dimension(-1));
    return dense(layer, x, units, usual, usual);
  }

  /** Returns the declared parameters by name. */
  Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** Returns start values by name, the same whenever the names are. */
  Map<String, NdArray> startValues() {
    Map<String, NdArray> values = new LinkedHashMap<>();
    tensors.forEach((name, tensor) ->
        values.put(
            name,
            initial.get(name).sample(tensor.shape(), BenchData.STREAMS.stream("init/" + name))));
    return values;
  }
}
