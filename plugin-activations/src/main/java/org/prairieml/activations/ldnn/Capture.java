package org.prairieml.activations.ldnn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.activations.catalog.InterpolatedActivation;
import org.prairieml.activations.catalog.InterpolatedActivation.Between;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.ActivationLayer.Placement;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.graph.NdArray;

/**
 * How learned functions are sampled for reuse.
 *
 * @param options values for the keys of {@link LdnnOptions#CAPTURE}
 */
record Capture(Options options) {

  /** Returns the number of points at which functions are sampled. */
  int points() {
    return options.get(LdnnOptions.POINTS);
  }

  /** Returns how functions are interpolated between the points. */
  Between between() {
    return options.get(InterpolatedActivation.BETWEEN);
  }

  /** Returns equally spaced points, as many as asked for, from end to end of the interval. */
  NdArray grid(int points) {
    double lower = options.get(LdnnOptions.LOWER);
    double upper = options.get(LdnnOptions.UPPER);
    return NdArray.vector(
        IntStream.range(0, points)
            .mapToDouble(i -> lower + (upper - lower) * i / (points - 1))
            .toArray());
  }

  /** Returns the activation that has given values at the points. */
  Configured<Activation> function(String label, double[] values, Between between) {
    return InterpolatedActivation.of(
            options.get(LdnnOptions.LOWER), options.get(LdnnOptions.UPPER), values)
        .with(InterpolatedActivation.LABEL, label)
        .with(InterpolatedActivation.BETWEEN, between)
        .with(InterpolatedActivation.DEGREE, options.get(InterpolatedActivation.DEGREE))
        .with(InterpolatedActivation.OUTSIDE, options.get(InterpolatedActivation.OUTSIDE));
  }

  /**
   * Checks, before anything is learned, that a network can have captured functions in place of
   * those that it learns: a Hamiltonian network cannot have straight segments, which have no second
   * derivative.
   *
   * @throws PrairieException bad input, if it cannot
   */
  void requireFit(Network network) {
    double[] parabola = Arrays.stream(grid(points()).values()).map(x -> x * x).toArray();
    Configured<Activation> example = function("", parabola, between());
    List<Network.Node> nodes =
        network.nodes().stream().map(node -> captured(node, network, example)).toList();
    try {
      Network.of(network.exampleShape(), nodes);
    } catch (PrairieException misfit) {
      throw PrairieException.badInput(
          "Trainer 'ldnn': this network could not use the functions as 'capture' would keep them,"
              + " with 'between: %s' ('cubic-spline' is smooth). %s"
                  .formatted(
                      InterpolatedActivation.BETWEEN.type().write(between()), misfit.getMessage()));
    }
  }

  private static Network.Node captured(
      Network.Node node, Network network, Configured<Activation> example) {
    if (!(node.layer().service() instanceof ActivationLayer) || !learns(network, node.id() + ".")) {
      return node;
    }
    List<Placement> placements = ActivationLayer.placements(node.layer().options());
    Configured<Layer> layer =
        placements.getFirst().prefix().isEmpty()
            ? ActivationLayer.of(example)
            : ActivationLayer.mixed(
                placements.stream()
                    .map(placement ->
                        ActivationLayer.kind(
                            learns(network, node.id() + "." + placement.prefix())
                                ? example
                                : placement.function(),
                            placement.share()))
                    .toList());
    return new Network.Node(node.id(), layer, node.inputs());
  }

  private static boolean learns(Network network, String prefix) {
    return network.activationParameters().keySet().stream().anyMatch(n -> n.startsWith(prefix));
  }
}
