package org.prairieml.api.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Runs networks on given numbers. */
final class NetworkRun {

  private NetworkRun() {}

  /** Returns the output of every layer. */
  static Map<String, NdArray> activity(Network network, NdArray x, Map<String, NdArray> values) {
    Map<String, Tensor> constants = new LinkedHashMap<>();
    values.forEach((name, value) -> constants.put(name, Tensor.of(value)));
    Program.Builder builder = Program.builder("network");
    network.activity(Tensor.of(x), constants).forEach(builder::output);
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build()).run();
    Map<String, NdArray> activity = new LinkedHashMap<>();
    evaluator.program().outputs().keySet().forEach(id -> activity.put(id, evaluator.get(id)));
    return activity;
  }

  /** Returns the output of the last layer. */
  static NdArray output(Network network, NdArray x, Map<String, NdArray> values) {
    return activity(network, x, values).get(network.nodes().getLast().id());
  }
}
