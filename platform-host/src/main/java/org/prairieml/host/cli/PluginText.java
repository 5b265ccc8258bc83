package org.prairieml.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceTypes;
import org.prairieml.host.plugins.PluginInfo;
import org.prairieml.host.plugins.PluginStatus;
import org.prairieml.host.plugins.PluginStatus.TypedOffer;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.inspect.PluginManifest;
import org.prairieml.host.plugins.inspect.Requirement;

/**
 * A plug-in as commands show it.
 *
 * @param status how it stands with it
 */
record PluginText(PluginStatus status) {

  /** Returns the id; a plug-in that could not say its own has none. */
  String id() {
    return isBuiltIn()
        ? PluginInfo.BUILT_IN.id()
        : status.manifest().map(PluginManifest::id).orElse("");
  }

  String version() {
    return isBuiltIn()
        ? PluginInfo.BUILT_IN.version()
        : status.manifest().map(manifest -> manifest.version().toString()).orElse("");
  }

  String api() {
    return status.manifest().map(manifest -> manifest.api().toString()).orElse("");
  }

  String state() {
    return status.state().name().toLowerCase(Locale.ROOT);
  }

  private boolean isBuiltIn() {
    return status.file().equals(PluginInfo.BUILT_IN.file());
  }

  /** Returns how many services of each type there are: "9 activations, 1 trainer". */
  String services() {
    return ServiceGroup.ALL.stream()
        .map(group -> counted(group, status.services().stream().filter(group::has).count()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(ServiceGroup group, long count) {
    return count == 0
        ? ""
        : count + " " + (count == 1 ? ServiceTypes.label(group.type()) : group.name());
  }

  /** Returns everything as plain data. */
  Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", emptyToNull(id()));
    plain.put("version", emptyToNull(version()));
    plain.put("api", emptyToNull(api()));
    plain.put("requires", requirements());
    plain.put("file", status.file());
    plain.put("state", state());
    Map<String, Object> services = new LinkedHashMap<>();
    ServiceGroup.ALL.forEach(group -> {
      List<String> names = names(group);
      if (!names.isEmpty()) {
        services.put(group.name(), names);
      }
    });
    plain.put("services", services);
    plain.put("problems", status.problems().stream().map(PluginText::plain).toList());
    return plain;
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  List<String> requirements() {
    return status.manifest().stream()
        .flatMap(manifest -> manifest.requirements().stream())
        .map(Requirement::toString)
        .toList();
  }

  private List<String> names(ServiceGroup group) {
    return status.services().stream()
        .filter(group::has)
        .map(service -> service.offer().name())
        .toList();
  }

  private static Map<String, Object> plain(Problem problem) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("reason", problem.reason());
    plain.put("cure", problem.cure());
    return plain;
  }

  /** Returns a line for each problem. */
  List<String> problems() {
    List<String> lines = new ArrayList<>();
    status.problems().forEach(problem -> lines.add(status.file() + ": " + problem));
    return lines;
  }

  /** Returns a row for each service. */
  List<String[]> serviceRows() {
    return status.services().stream()
        .map(service ->
            new String[] {
              ServiceTypes.label(type(service)),
              service.offer().name(),
              service.offer().service().summary()
            })
        .toList();
  }

  private static Class<? extends Service> type(TypedOffer service) {
    return service.type().asSubclass(Service.class);
  }
}
