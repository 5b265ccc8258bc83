package org.prairieml.api.run;

/** Receives progress. Called from the thread that works; it must be quick. */
@FunctionalInterface
public interface ProgressListener {

  /** Ignores everything. */
  ProgressListener SILENT = _ -> {};

  /** Receives an event. */
  void on(ProgressEvent event);
}
