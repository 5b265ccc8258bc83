package org.prairieml.host.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.prairieml.api.run.ProgressEvent;

/** A line at the start and the end of a stage, and at most one every ten seconds between. */
final class ProgressLines implements ConsoleProgress {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final InstantSource clock;

  private ProgressEvent.Stage stage;
  private ProgressEvent.Step latest;
  private Instant started;
  private Instant spoken;

  ProgressLines(PrintWriter err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.Stage next -> start(next);
      case ProgressEvent.Step step -> proceed(step);
      case ProgressEvent.Note note -> say(note.text());
    }
  }

  @Override
  public synchronized void close() {
    if (stage != null) {
      say(
          "%s: %s in %s%s"
              .formatted(
                  stage.name(),
                  outcome(),
                  elapsed(),
                  MetricText.lossAndAccuracy(latest.metrics())));
    }
    stage = null;
  }

  private void start(ProgressEvent.Stage next) {
    close();
    stage = next;
    latest = new ProgressEvent.Step(0, Map.of());
    started = clock.instant();
    say("%s: %d steps".formatted(stage.name(), stage.steps()));
  }

  private void proceed(ProgressEvent.Step step) {
    if (stage == null) {
      return;
    }
    latest = step;
    boolean isDue = !clock.instant().isBefore(spoken.plus(INTERVAL));
    if (isDue && step.done() < stage.steps()) {
      say(
          "%s: %d of %d steps%s"
              .formatted(
                  stage.name(),
                  step.done(),
                  stage.steps(),
                  MetricText.lossAndAccuracy(latest.metrics())));
    }
  }

  private String outcome() {
    return latest.done() >= stage.steps()
        ? "done"
        : "ended after %d of %d steps".formatted(latest.done(), stage.steps());
  }

  private String elapsed() {
    double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
    spoken = clock.instant();
  }
}
