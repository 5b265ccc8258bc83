package org.prairieml.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Option;
import org.prairieml.api.Service;
import org.prairieml.host.plugins.Offer;
import org.prairieml.host.plugins.PluginInfo;
import org.prairieml.host.statistics.TextTable;

/**
 * A service as commands show it.
 *
 * @param name what it goes by
 * @param service the service
 * @param origin what it is part of
 */
record ServiceText(String name, Service service, PluginInfo origin) {

  /** Returns a service by its name. */
  static ServiceText of(Offer offer) {
    return new ServiceText(offer.name(), offer.service(), offer.origin());
  }

  /** Returns services of which the highest version goes by the name alone, others by both. */
  static List<ServiceText> of(List<Offer> offers) {
    List<ServiceText> texts = new ArrayList<>();
    String last = "";
    for (Offer offer : offers) {
      String name = offer.name().equals(last) ? offer.reference() : offer.name();
      texts.add(new ServiceText(name, offer.service(), offer.origin()));
      last = offer.name();
    }
    return texts;
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
    for (Option<?> option : service.options()) {
      table.row(option.name(), option.type().description(), defaultInWords(option), option.help());
    }
    return table;
  }

  private static String defaultInWords(Option<?> option) {
    if (option.isRequired()) {
      return "(required)";
    }
    return option.plainDefault() == null ? "" : option.plainDefault().toString();
  }
}
