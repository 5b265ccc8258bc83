package org.prairieml.host.run;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.prairieml.api.run.ProgressEvent;

/** A bar per stage, with the latest metrics and the time to go. */
final class ProgressBars implements ConsoleProgress {

  private static final int REFRESH_MILLIS = 500;

  private final TerminalLine line;
  private ProgressBar bar;

  ProgressBars(PrintWriter err) {
    this.line = new TerminalLine(err);
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    switch (event) {
      case ProgressEvent.Stage stage -> start(stage);
      case ProgressEvent.Step step -> proceed(step);
      case ProgressEvent.Note note -> line.insert(note.text());
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
    bar = null;
  }

  private void start(ProgressEvent.Stage stage) {
    close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(stage.name())
            .setInitialMax(stage.steps())
            .setRenderer(new BarRenderer())
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(line)
            .build();
  }

  private void proceed(ProgressEvent.Step step) {
    if (bar != null) {
      bar.stepTo(step.done());
      bar.setExtraMessage(MetricText.lossAndAccuracy(step.metrics()));
    }
  }
}
