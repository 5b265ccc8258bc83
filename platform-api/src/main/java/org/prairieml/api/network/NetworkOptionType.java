package org.prairieml.api.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionType;
import org.prairieml.api.OptionTypes;

/** Reads a network from a list of layers: each a kind, an id, inputs, and the kind's options. */
final class NetworkOptionType implements OptionType<NetworkTemplate> {

  private static final String KIND = "kind";
  private static final String ID = "id";
  private static final String INPUTS = "inputs";
  private static final OptionType<Configured<Layer>> LAYER = OptionTypes.service(Layer.class, KIND);
  private static final OptionType<List<String>> IDS = OptionTypes.list(OptionTypes.TEXT);

  @Override
  public String description() {
    return "a list of layers";
  }

  @Override
  public NetworkTemplate read(Object plain, OptionReader reader) {
    if (!(plain instanceof List<?> layers)) {
      throw reader.problem("expected a list of layers, found " + OptionReader.show(plain) + ".");
    }
    NodeNaming naming = new NodeNaming();
    for (int i = 0; i < layers.size(); i++) {
      readNode(layers.get(i), reader.at(i), naming);
    }
    return new NetworkTemplate(naming.nodes());
  }

  private static void readNode(Object plain, OptionReader reader, NodeNaming naming) {
    if (plain instanceof String kind) {
      naming.add(LAYER.read(kind, reader), null, null);
      return;
    }
    Map<String, Object> given = new LinkedHashMap<>(reader.map(plain));
    Object id = given.remove(ID);
    Object inputs = given.remove(INPUTS);
    naming.add(
        LAYER.read(given, reader),
        id == null ? null : OptionTypes.TEXT.read(id, reader.at(ID)),
        inputs == null ? null : IDS.read(inputs, reader.at(INPUTS)));
  }

  @Override
  public Object write(NetworkTemplate value) {
    return value.toPlain();
  }

  static Map<String, Object> writeNode(Network.Node node) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(ID, node.id());
    plain.put(INPUTS, node.inputs());
    plain.put(KIND, node.layer().reference());
    plain.putAll(node.layer().options().toPlain());
    return plain;
  }
}
