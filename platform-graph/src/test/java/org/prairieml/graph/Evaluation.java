package org.prairieml.graph;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Evaluates tensors that depend on constants alone. */
final class Evaluation {

  private Evaluation() {}

  static double[] values(Tensor tensor) {
    return allValues(List.of(tensor)).getFirst();
  }

  static double value(Tensor scalar) {
    return values(scalar)[0];
  }

  static List<double[]> allValues(List<Tensor> tensors) {
    Program.Builder builder = Program.builder("evaluation");
    for (int i = 0; i < tensors.size(); i++) {
      builder.output("y" + i, tensors.get(i));
    }
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build()).run();
    return IntStream.range(0, tensors.size()).mapToObj(i -> evaluator.output("y" + i)).toList();
  }
}
