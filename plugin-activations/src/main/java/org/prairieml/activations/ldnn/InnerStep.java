package org.prairieml.activations.ldnn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Draws;
import org.prairieml.api.network.Network;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Tensor;

/**
 * One inner step of Algorithm 1 as graph: the loss of a batch, and the update of the network's
 * weights with the activations held.
 *
 * @param outputs the network's outputs on the batch
 * @param loss the batch's mean loss at the present weights, a scalar
 * @param next the state after the step: weights, and the optimizer's memory
 */
record InnerStep(Tensor outputs, Tensor loss, Map<String, Tensor> next) {

  /**
   * What is learned, and how.
   *
   * @param network the network
   * @param loss the loss
   * @param optimizer the rule that moves the weights
   */
  record Problem(Network network, Configured<Loss> loss, Configured<Optimizer> optimizer) {}

  /**
   * The batch and the step's numbers, scalars but for the batch.
   *
   * @param x the batch's inputs
   * @param y the batch's targets
   * @param rate the learning rate
   * @param count the number of the step, counted from 1
   * @param draws where the step's noise comes from
   */
  record Batch(Tensor x, Tensor y, Tensor rate, Tensor count, Draws draws) {}

  /**
   * Builds the step.
   *
   * @param weights the network's weights by name
   * @param subnetworks the activations' parameters by name
   * @param slots gives the present value of a slot of the optimizer's memory
   */
  static InnerStep of(
      Problem problem,
      Batch batch,
      Map<String, Tensor> weights,
      Map<String, Tensor> subnetworks,
      Function<OptimizerGraph.Slot, Tensor> slots) {
    Map<String, Tensor> all = new LinkedHashMap<>(weights);
    all.putAll(subnetworks);
    Tensor outputs = problem.network().apply(batch.x(), all, batch.draws());
    Tensor loss = problem.loss().service().apply(outputs, batch.y(), problem.loss().options());
    OptimizerGraph step =
        OptimizerGraph.of(
            problem.optimizer(),
            weights,
            Gradients.of(loss, weights),
            batch.rate(),
            batch.count(),
            slots);
    Map<String, Tensor> next = new LinkedHashMap<>(step.parameters());
    next.putAll(step.slots());
    return new InnerStep(outputs, loss, next);
  }
}
