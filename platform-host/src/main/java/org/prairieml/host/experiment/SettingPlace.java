package org.prairieml.host.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.NearestName;
import org.prairieml.api.OptionReader;
import org.prairieml.api.PrairieException;

/** Walks through plain data, which may be changed, to the place of a setting. */
final class SettingPlace {

  private final Setting setting;
  private final Map<String, Object> root;

  SettingPlace(Setting setting, Map<String, Object> root) {
    this.setting = setting;
    this.root = root;
  }

  /** Puts the setting's value. */
  void put() {
    Object container = root;
    int last = setting.path().size() - 1;
    for (int depth = 0; depth < last; depth++) {
      container = enter(container, depth);
    }
    replace(container, last, setting.value());
  }

  private Object enter(Object container, int depth) {
    Object inside = asContainer(child(container, depth), depth);
    replace(container, depth, inside);
    return inside;
  }

  private Object asContainer(Object child, int depth) {
    return switch (child) {
      case null -> new LinkedHashMap<String, Object>();
      case Map<?, ?> group -> group;
      case List<?> list -> list;
      case String service -> named(service, depth);
      default ->
          throw problem(
              "'%s' is %s, which has no keys.".formatted(at(depth), OptionReader.show(child)));
    };
  }

  private Map<String, Object> named(String service, int depth) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put(depth > 0 && isNetwork(depth - 1) ? "kind" : "name", service);
    return group;
  }

  private Object child(Object container, int depth) {
    return container instanceof List<?> list
        ? list.get(index(list, depth))
        : group(container).get(setting.path().get(depth));
  }

  private void replace(Object container, int depth, Object value) {
    if (container instanceof List<?> list) {
      elements(list).set(index(list, depth), value);
    } else {
      group(container).put(setting.path().get(depth), value);
    }
  }

  private int index(List<?> list, int depth) {
    String step = setting.path().get(depth);
    List<String> names = isNetwork(depth - 1) ? layerIds(list) : List.of();
    int index = step.matches("\\d{1,9}") ? Integer.parseInt(step) : names.indexOf(step);
    if (index < 0 || index >= list.size()) {
      throw problem(noElement(step, list.size(), names, at(depth - 1)));
    }
    return index;
  }

  private static String noElement(String step, int size, List<String> names, String list) {
    return names.isEmpty()
        ? "'%s' is a list of %d, counted from 0; it has no '%s'.".formatted(list, size, step)
        : "'%s' has no layer '%s'%s".formatted(list, step, NearestName.hint(step, names));
  }

  /** Returns the ids of layers, as a network names those that have none. */
  private static List<String> layerIds(List<?> layers) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Object layer : layers) {
      Map<?, ?> keys = layer instanceof Map<?, ?> map ? map : Map.of();
      String kind = String.valueOf(keys.isEmpty() ? layer : keys.get("kind"));
      int number = counts.merge(kind, 1, Integer::sum);
      ids.add(keys.get("id") instanceof String id ? id : kind + number);
    }
    return ids;
  }

  private boolean isNetwork(int depth) {
    return at(depth).equals(ExperimentSchema.NETWORK.name());
  }

  private String at(int depth) {
    return String.join(".", setting.path().subList(0, depth + 1));
  }

  private PrairieException problem(String message) {
    return PrairieException.badInput(setting.label() + ": " + message);
  }

  @SuppressWarnings("unchecked") // YamlReader makes every map one of texts to objects
  private static Map<String, Object> group(Object container) {
    return (Map<String, Object>) container;
  }

  @SuppressWarnings("unchecked") // YamlReader makes every list one of objects
  private static List<Object> elements(List<?> list) {
    return (List<Object>) list;
  }
}
