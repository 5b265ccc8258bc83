package org.prairieml.host.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.PluginReport;
import org.prairieml.host.plugins.ServiceRegistry;
import org.prairieml.host.plugins.store.PluginVerifier;
import org.prairieml.host.plugins.store.VerifiedJar;
import org.prairieml.host.statistics.TextTable;
import org.prairieml.host.statistics.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prairie plugins info}. */
@Command(
    name = "info",
    description = "Show all there is to know about a plug-in, in every version installed.",
    footer = {
      "",
      "Examples:",
      "  prairie plugins info activations",
      "  prairie plugins info half.jar"
    })
final class PluginsInfoCommand implements Callable<Integer> {

  private final Provider<Installation> installation;
  private final Provider<ServiceRegistry> registry;
  private final PluginHome home;
  private final Streams streams;

  @Parameters(
      paramLabel = "PLUGIN",
      description = "An id, id@version, or a file's name, as 'prairie plugins list' lists them.")
  private String plugin;

  @Mixin private JsonOption json;

  @Inject
  PluginsInfoCommand(
      Provider<Installation> installation,
      Provider<ServiceRegistry> registry,
      PluginHome home,
      Streams streams) {
    this.installation = installation;
    this.registry = registry;
    this.home = home;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<VerifiedJar> jars = new PluginVerifier(home).verify();
    List<PluginText> found = find();
    if (json.isGiven()) {
      streams.json(Map.of("plugins", found.stream().map(text -> plain(text, jars)).toList()));
    } else {
      found.forEach(text -> lines(text, jars).forEach(streams::result));
    }
    return ExitCode.DONE;
  }

  private List<PluginText> find() {
    List<PluginText> all =
        new PluginReport(installation.get(), registry.get())
            .plugins().stream().map(PluginText::new).toList();
    List<PluginText> found = all.stream().filter(this::isMeant).toList();
    if (found.isEmpty()) {
      List<String> names =
          all.stream()
              .map(text -> text.id().isEmpty() ? text.status().file() : text.id())
              .distinct()
              .toList();
      throw PrairieException.badInput(
          "There is no plug-in '" + plugin + "'" + NearestName.hint(plugin, names));
    }
    return found;
  }

  private boolean isMeant(PluginText text) {
    return List.of(text.id(), text.id() + "@" + text.version(), text.status().file())
        .contains(plugin);
  }

  private static List<VerifiedJar> jarsOf(PluginText text, List<VerifiedJar> jars) {
    String file = text.status().file();
    return jars.stream()
        .filter(jar -> jar.file().equals(file) || jar.file().startsWith(file + "/"))
        .toList();
  }

  private static Map<String, Object> plain(PluginText text, List<VerifiedJar> jars) {
    Map<String, Object> plain = text.toPlain();
    plain.put("jars", jarsOf(text, jars).stream().map(VerifiedJarText::plain).toList());
    return plain;
  }

  private static List<String> lines(PluginText text, List<VerifiedJar> jars) {
    List<String> lines = new ArrayList<>();
    lines.add("%s %s: %s".formatted(text.id(), text.version(), text.state()).strip());
    lines.addAll(text.problems());
    lines.add("API: " + (text.api().isEmpty() ? "unknown" : text.api()));
    text.requirements().forEach(requirement -> lines.add("Requires: " + requirement));
    lines.add(
        text.status()
            .candidate()
            .flatMap(candidate -> candidate.module())
            .map(module -> "Module: " + module.name())
            .orElse("Module: none"));
    lines.add("");
    lines.addAll(VerifiedJarText.table(jarsOf(text, jars)).lines());
    if (!text.status().services().isEmpty()) {
      TextTable services =
          new TextTable(Column.left("type"), Column.left("name"), Column.left("summary"));
      text.serviceRows().forEach(services::row);
      lines.add("");
      lines.addAll(services.lines());
    }
    return lines;
  }
}
