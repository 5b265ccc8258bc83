package org.prairieml.host.task;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.training.Trainer;
import org.prairieml.host.experiment.ExperimentSchema;

/**
 * A network whose activation function is left open, and how it trains.
 *
 * @param name what it is called
 * @param network the layers, some of which are of the kind {@code activation}
 * @param trainer how it trains
 */
record Model(String name, NetworkTemplate network, Configured<Trainer> trainer) {

  /** Refuses a network whose function cannot be chosen. */
  Model {
    if (activationLayers(network).isEmpty()) {
      throw PrairieException.badInput(
          "Model '%s': no layer of its network is of the kind 'activation', so there is no function to choose."
              .formatted(name));
    }
  }

  /** Returns the model with these values for {@link ExperimentSchema#MODEL_KEYS}. */
  static Model of(Options options) {
    return new Model(
        options.get(ExperimentSchema.MODEL_NAME),
        options.get(ExperimentSchema.NETWORK),
        options.get(ExperimentSchema.MODEL_TRAINER));
  }

  private static List<String> activationLayers(NetworkTemplate network) {
    return network.nodes().stream()
        .filter(node -> node.layer().service() instanceof ActivationLayer)
        .map(Network.Node::id)
        .toList();
  }

  /** Returns the network with one function in all its activation layers. */
  NetworkTemplate with(Configured<Activation> function) {
    NetworkTemplate chosen = network;
    for (String id : activationLayers(network)) {
      chosen = chosen.replace(id, ActivationLayer.of(function));
    }
    return chosen;
  }
}
