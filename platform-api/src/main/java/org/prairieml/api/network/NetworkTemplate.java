package org.prairieml.api.network;

import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionType;
import org.prairieml.graph.Shape;

/**
 * The layers of a network whose input's shape is not known yet.
 *
 * @param nodes the layers
 */
public record NetworkTemplate(List<Network.Node> nodes) {

  /** Networks in experiment files: a list of layers. */
  public static final OptionType<NetworkTemplate> TYPE = new NetworkOptionType();

  /** Returns a chain of layers named by their kind and number: {@code dense1}, {@code dense2}. */
  public static NetworkTemplate chain(List<Configured<Layer>> layers) {
    return NodeNaming.chain(layers);
  }

  /** Returns an option that is a network. */
  public static Option<NetworkTemplate> option(String name, String help) {
    return Option.required(name, TYPE, help);
  }

  /** Returns the network on inputs of a shape. */
  public Network build(Shape exampleShape) {
    return Network.of(exampleShape, nodes);
  }

  /**
   * Returns this network with one layer replaced.
   *
   * @param id the layer to replace; the new one keeps its id and inputs
   * @throws IllegalArgumentException if there is no such layer
   */
  public NetworkTemplate replace(String id, Configured<Layer> layer) {
    if (nodes.stream().noneMatch(node -> node.id().equals(id))) {
      throw new IllegalArgumentException("There is no layer '" + id + "'.");
    }
    return new NetworkTemplate(
        nodes.stream()
            .map(node -> node.id().equals(id) ? new Network.Node(id, layer, node.inputs()) : node)
            .toList());
  }

  /** Returns the layers as plain data. */
  public List<Map<String, Object>> toPlain() {
    return nodes.stream().map(NetworkOptionType::writeNode).toList();
  }
}
