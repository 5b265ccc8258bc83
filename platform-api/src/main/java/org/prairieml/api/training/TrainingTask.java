package org.prairieml.api.training;

import java.util.Map;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.network.Network;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * What to train.
 *
 * @param network the network
 * @param initial start values by parameter; one that is missing is drawn from its own distribution
 * @param dataset what to learn from
 * @param options values for the trainer's options
 */
public record TrainingTask(
    Network network, Map<String, NdArray> initial, Dataset dataset, Options options) {

  /**
   * Checks that network and data set fit.
   *
   * @throws PrairieException bad input, if the network takes other inputs than the data set has, or
   *     does not have one output per class or value
   */
  public TrainingTask {
    Shape outputs = Shape.of(dataset.target().outputs());
    if (!network.exampleShape().equals(dataset.exampleShape())) {
      throw PrairieException.badInput(
          "Data set '%s' has examples of shape %s, the network takes %s."
              .formatted(dataset.name(), dataset.exampleShape(), network.exampleShape()));
    }
    if (!network.outputShape().equals(outputs)) {
      throw PrairieException.badInput(
          "Data set '%s' needs %s outputs, the network's last layer '%s' has %s."
              .formatted(
                  dataset.name(), outputs, network.nodes().getLast().id(), network.outputShape()));
    }
  }

  /** Returns a task that starts from the network's own distributions. */
  public static TrainingTask of(Network network, Dataset dataset, Options options) {
    return new TrainingTask(network, Map.of(), dataset, options);
  }
}
