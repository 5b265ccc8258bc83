package org.prairieml.host.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A whole training step as a program: state the parameters, the optimizer's memory and the count of
 * steps; output {@code loss}, the loss before the update.
 *
 * @param program the program
 * @param startValues start values of the state by name
 */
record TrainingGraph(Program program, Map<String, NdArray> startValues) {

  static final String LOSS = "loss";
  private static final String COUNT = "step/count";

  /**
   * Completes a program.
   *
   * @param builder what has declared inputs and parameters
   * @param loss a scalar, which the parameters are to lessen
   */
  static TrainingGraph of(
      Program.Builder builder,
      Parameters parameters,
      Tensor loss,
      Configured<Optimizer> optimizer) {
    Map<String, NdArray> startValues = new LinkedHashMap<>(parameters.startValues());
    startValues.put(COUNT, NdArray.scalar(0));
    Tensor count = builder.state(COUNT, Shape.SCALAR).add(1);
    OptimizerGraph step =
        OptimizerGraph.of(
            optimizer,
            parameters.tensors(),
            Gradients.of(loss, parameters.tensors()),
            Tensor.of(optimizer.service().rate(optimizer.options())),
            count,
            slot -> {
              startValues.put(slot.name(), NdArray.filled(slot.shape(), slot.initial()));
              return builder.state(slot.name(), slot.shape());
            });
    builder.update(COUNT, count).output(LOSS, loss);
    step.parameters().forEach(builder::update);
    step.slots().forEach(builder::update);
    return new TrainingGraph(builder.build(), startValues);
  }
}
