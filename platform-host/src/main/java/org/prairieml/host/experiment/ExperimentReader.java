package org.prairieml.host.experiment;

import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.NearestName;
import org.prairieml.api.OptionReader;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.ServiceRegistry;

/** Reads experiments. */
public final class ExperimentReader {

  private final ServiceRegistry registry;
  private final ShippedExperiments shipped;

  /** Creates a reader that finds services in a registry. */
  @Inject
  public ExperimentReader(ServiceRegistry registry, ShippedExperiments shipped) {
    this.registry = registry;
    this.shipped = shipped;
  }

  /**
   * Reads an experiment, puts settings over it, and checks the outcome.
   *
   * @param fileOrName a file, or the name of a shipped experiment
   * @param settings in the order in which they are applied
   * @throws PrairieException bad input, saying whether the file or which of the settings is at
   *     fault; a plug-in's fault, where {@link ServiceRegistry#find} says so
   */
  public Experiment read(String fileOrName, List<Setting> settings) {
    ExperimentFile file = ExperimentFile.read(locate(fileOrName));
    try {
      return read(file, settings, file.source());
    } catch (PrairieException problem) {
      // The same once more, now under the name of whoever is at fault.
      return read(file, settings, culprit(file, settings, problem));
    }
  }

  private Path locate(String fileOrName) {
    Path file = Path.of(fileOrName);
    return Optional.of(file)
        .filter(Files::isRegularFile)
        .or(() -> shipped.find(fileOrName))
        .orElseThrow(() -> notFound(fileOrName));
  }

  private PrairieException notFound(String fileOrName) {
    String what = Files.isDirectory(Path.of(fileOrName)) ? "is a folder" : "does not exist";
    return PrairieException.badInput(
        "Experiment '%s': the file %s, and no shipped experiment has this name%s"
                .formatted(fileOrName, what, NearestName.hint(fileOrName, shipped.names()))
            + " 'prairie experiments' lists them.");
  }

  private Experiment read(ExperimentFile file, List<Setting> settings, String source) {
    Map<String, Object> keys = file.keys();
    settings.forEach(setting -> setting.applyTo(keys));
    FileReferences.resolve(keys);
    ServiceOrigins services = new ServiceOrigins(registry);
    OptionReader reader = OptionReader.of(source, services);
    Options options = reader.options(ExperimentSchema.keys(task(keys, reader)), keys);
    String name = options.find(ExperimentSchema.NAME).orElse(file.name());
    EngineChoice choice = EngineChoice.of(options.with(ExperimentSchema.NAME, name), services);
    return new Experiment(name, file.source(), choice.options(), services.seen(), choice.remark());
  }

  private static ExperimentSchema.Task task(Map<String, Object> keys, OptionReader reader) {
    Object given = keys.get(ExperimentSchema.TASK.name());
    return ExperimentSchema.TASK
        .type()
        .read(
            given == null ? ExperimentSchema.TASK.plainDefault() : given,
            reader.at(ExperimentSchema.TASK.name()));
  }

  /** The last setting without which the problem would be another one or none; else the file. */
  private String culprit(ExperimentFile file, List<Setting> settings, PrairieException problem) {
    for (int count = settings.size(); count > 0; count--) {
      Optional<String> before = problemOf(file, settings.subList(0, count - 1));
      if (!before.equals(Optional.of(problem.getMessage()))) {
        return settings.get(count - 1).label();
      }
    }
    return file.source();
  }

  private Optional<String> problemOf(ExperimentFile file, List<Setting> settings) {
    try {
      read(file, settings, file.source());
      return Optional.empty();
    } catch (PrairieException problem) {
      return Optional.of(problem.getMessage());
    }
  }
}
