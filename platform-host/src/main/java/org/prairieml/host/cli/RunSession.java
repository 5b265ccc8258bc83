package org.prairieml.host.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.ProgressListener;
import org.prairieml.host.experiment.Experiment;
import org.prairieml.host.experiment.ExperimentReader;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.experiment.Setting;
import org.prairieml.host.run.Json;
import org.prairieml.host.run.Provenance;
import org.prairieml.host.run.RunFolder;
import org.prairieml.host.task.ExperimentRunner;
import org.prairieml.host.task.PreparedRun;
import org.prairieml.host.task.RunReport;

/** Takes an experiment from its file to its run folder. */
final class RunSession {

  private static final String RESULT = "result.json";
  private static final String PROVENANCE = "provenance.json";

  private final ExperimentReader reader;
  private final ExperimentRunner runner;
  private final HostSettings host;

  /**
   * What to run.
   *
   * @param experiment a file or the name of a shipped experiment
   * @param settings what is put over it
   * @param out the run folder, if it is not to be named by time
   */
  record Request(String experiment, List<Setting> settings, Optional<Path> out) {}

  /**
   * What came of it.
   *
   * @param folder where its files are
   * @param report what it gave
   */
  record Outcome(RunFolder folder, RunReport report) {}

  @Inject
  RunSession(ExperimentReader reader, ExperimentRunner runner, HostSettings host) {
    this.reader = reader;
    this.runner = runner;
    this.host = host;
  }

  /** Runs an experiment; as long as something in it can be found wrong, there is no folder. */
  Outcome run(Request request, ProgressListener progress) {
    Instant started = host.clock().instant();
    Experiment experiment = reader.read(request.experiment(), request.settings());
    PreparedRun prepared = runner.prepare(experiment);
    RunFolder folder = folder(request, experiment);
    try {
      folder.writeText(RunFolder.EXPERIMENT, experiment.toYaml());
      progress.on(new ProgressEvent.Note("Run folder: " + folder.path()));
      experiment.remark().map(ProgressEvent.Note::new).ifPresent(progress::on);
      RunReport report = prepared.run(folder, progress);
      folder.writeText(RESULT, Json.write(report.result()));
      folder.writeText(PROVENANCE, Json.write(provenance(experiment, started).toPlain()));
      return new Outcome(folder, report);
    } catch (RuntimeException | Error e) {
      folder.removeIfBarren();
      throw e;
    }
  }

  private RunFolder folder(Request request, Experiment experiment) {
    Clock clock = host.clock();
    return request
        .out()
        .map(RunFolder::at)
        .orElseGet(() ->
            RunFolder.in(
                host.workingFolder().resolve("runs"), experiment.name(), LocalDateTime.now(clock)));
  }

  private Provenance provenance(Experiment experiment, Instant started) {
    return new Provenance(
        started,
        host.clock().instant(),
        host.commandLine(),
        experiment.plugins(),
        experiment.options().get(ExperimentSchema.ENGINE).name(),
        experiment.options().get(ExperimentSchema.THREADS),
        Provenance.Machine.present());
  }
}
