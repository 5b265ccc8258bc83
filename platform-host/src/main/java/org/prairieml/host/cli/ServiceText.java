package org.prairieml.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Option;
import org.prairieml.api.Service;
import org.prairieml.host.plugins.Offer;
import org.prairieml.host.plugins.PluginInfo;
import org.prairieml.host.plugins.ServiceRegistry;
import org.prairieml.host.statistics.TextTable;

/**
 * A service as commands show it.
 *
 * @param name what it goes by
 * @param service the service
 * @param origin what it is part of
 * @param others what goes by the same name in other versions and other plug-ins
 */
record ServiceText(String name, Service service, PluginInfo origin, List<String> others) {

  /** Returns all services of a type, each by the shortest name that means it. */
  static List<ServiceText> all(ServiceRegistry registry, Class<? extends Service> type) {
    return registry.offersByReference(type).entrySet().stream()
        .map(offer ->
            new ServiceText(
                offer.getKey(), offer.getValue().service(), offer.getValue().origin(), List.of()))
        .toList();
  }

  /** Returns a service, with what else its name could have meant. */
  static ServiceText of(Offer offer, ServiceRegistry registry, Class<? extends Service> type) {
    List<String> others =
        registry.offersByReference(type).entrySet().stream()
            .filter(other -> other.getValue().name().equals(offer.name()))
            .filter(other -> other.getValue() != offer)
            .map(Map.Entry::getKey)
            .toList();
    return new ServiceText(offer.name(), offer.service(), offer.origin(), others);
  }

  /** Returns name, summary and origin as plain data. */
  Map<String, Object> brief() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", name);
    plain.put("summary", service.summary());
    plain.put("plugin", origin.toPlain());
    return plain;
  }

  /** Returns all there is to know as plain data. */
  Map<String, Object> full() {
    Map<String, Object> plain = brief();
    if (!others.isEmpty()) {
      plain.put("others", others);
    }
    plain.put("source", service.source());
    plain.put("options", service.options().stream().map(ServiceText::plain).toList());
    return plain;
  }

  private static Map<String, Object> plain(Option<?> option) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("name", option.name());
    plain.put("type", option.type().description());
    plain.put("required", option.isRequired());
    plain.put("default", option.plainDefault());
    plain.put("help", option.help());
    if (!option.type().keys().isEmpty()) {
      plain.put("keys", option.type().keys().stream().map(ServiceText::plain).toList());
    }
    return plain;
  }

  /** Returns all there is to know as lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name + ": " + service.summary());
    if (!service.source().isEmpty()) {
      lines.add("After " + service.source());
    }
    lines.add("From %s (%s)".formatted(origin, origin.file()));
    if (!others.isEmpty()) {
      lines.add("Of the same name: " + String.join(", ", others));
    }
    if (!service.options().isEmpty()) {
      lines.add("");
      lines.addAll(options().lines());
    }
    return lines;
  }

  private TextTable options() {
    TextTable table =
        new TextTable(
            TextTable.Column.left("option"),
            TextTable.Column.left("value"),
            TextTable.Column.left("default"),
            TextTable.Column.left("meaning"));
    service.options().forEach(option -> addRows(option, "", table));
    return table;
  }

  /** Adds an option and, under it and indented, the keys of a section. */
  private static void addRows(Option<?> option, String indent, TextTable table) {
    table.row(
        indent + option.name(), option.type().description(), defaultInWords(option), option.help());
    option.type().keys().forEach(key -> addRows(key, indent + "  ", table));
  }

  private static String defaultInWords(Option<?> option) {
    if (option.isRequired()) {
      return "(required)";
    }
    return option.plainDefault() == null ? "" : option.plainDefault().toString();
  }
}
