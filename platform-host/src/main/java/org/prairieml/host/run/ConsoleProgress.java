package org.prairieml.host.run;

import java.io.PrintWriter;
import java.time.InstantSource;
import org.prairieml.api.run.ProgressEvent;
import org.prairieml.api.run.ProgressListener;

/**
 * Shows progress to a person at a console. Safe for use by several threads.
 *
 * <p>Close it when the work has ended, however it did.
 */
public interface ConsoleProgress extends ProgressListener, AutoCloseable {

  /** Returns one that shows nothing. */
  static ConsoleProgress silent() {
    return new ConsoleProgress() {
      @Override
      public void on(ProgressEvent event) {}

      @Override
      public void close() {}
    };
  }

  /** Returns one that draws a bar per stage, for a terminal. */
  static ConsoleProgress bars(PrintWriter err) {
    return new ProgressBars(err);
  }

  /** Returns one that writes lines, few and far between, for a file or a pipe. */
  static ConsoleProgress lines(PrintWriter err, InstantSource clock) {
    return new ProgressLines(err, clock);
  }

  /** Ends what is being shown. */
  @Override
  void close();
}
