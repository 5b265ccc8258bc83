package org.prairieml.host.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prairieml.api.Options;
import org.prairieml.host.plugins.PluginInfo;

/**
 * What to do, checked against its schema.
 *
 * @param name the base name of the file
 * @param source what messages call it: the file as the user named it
 * @param options values for {@link ExperimentSchema#keys}
 * @param plugins what its services are part of, Prairie itself first
 * @param remark what the user should know before it runs
 */
public record Experiment(
    String name,
    String source,
    Options options,
    List<PluginInfo> plugins,
    Optional<String> remark) {

  /** Returns what to do. */
  public ExperimentSchema.Task task() {
    return options.get(ExperimentSchema.TASK);
  }

  /**
   * Returns the experiment as the text of a file, every default written out; {@link
   * ExperimentReader} takes it back.
   */
  public String toYaml() {
    String versions = plugins.stream().map(PluginInfo::toString).collect(Collectors.joining(", "));
    return """
    # Experiment '%s' with every default written out; 'prairie run <this file>' runs it again.
    # Made by %s.
    %s\
    """
        .formatted(name, versions, YamlWriter.write(options.toPlain()));
  }
}
