package org.prairieml.api.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;

/** Gives layers ids and inputs where a file does not: kind and number, and the layer before. */
final class NodeNaming {

  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Network.Node> nodes = new ArrayList<>();

  static NetworkTemplate chain(List<Configured<Layer>> layers) {
    NodeNaming naming = new NodeNaming();
    layers.forEach(layer -> naming.add(layer, null, null));
    return new NetworkTemplate(naming.nodes());
  }

  void add(Configured<Layer> layer, String id, List<String> inputs) {
    int number = counts.merge(layer.name(), 1, Integer::sum);
    String before = nodes.isEmpty() ? Network.INPUT : nodes.getLast().id();
    nodes.add(
        new Network.Node(
            id != null ? id : layer.name() + number,
            layer,
            inputs != null ? inputs : List.of(before)));
  }

  List<Network.Node> nodes() {
    return List.copyOf(nodes);
  }
}
