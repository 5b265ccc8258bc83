package org.prairieml.training.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.training.TrainingServices;

/** Networks of one layer, named as in an experiment, on given numbers. */
final class LayerRun {

  private LayerRun() {}

  /** Returns the layer on examples of a shape. */
  static Network network(String kind, Map<String, Object> options, int... example) {
    return NetworkTemplate.chain(List.of(TrainingServices.configured(Layer.class, kind, options)))
        .build(Shape.of(example));
  }

  /** Returns what the layer makes of {@code x}. */
  static NdArray output(Network network, NdArray x, Map<String, NdArray> values) {
    Map<String, Tensor> constants = new LinkedHashMap<>();
    values.forEach((name, value) -> constants.put(name, Tensor.of(value)));
    Program program =
        Program.builder("layer").output("y", network.apply(Tensor.of(x), constants)).build();
    return new ReferenceEvaluator(program).run().get("y");
  }

  /** Returns {@code (step * i) % modulus - shift} for i from 0 on. */
  static NdArray ramp(int step, int modulus, int shift, int... shape) {
    double[] values = new double[Shape.of(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = step * i % modulus - shift;
    }
    return new NdArray(Shape.of(shape), values);
  }
}
