package org.prairieml.host.task;

import org.prairieml.api.run.ProgressListener;
import org.prairieml.host.run.RunFolder;

/** A run of which everything has been checked that can be checked before the work. */
public interface PreparedRun {

  /**
   * Does the work.
   *
   * @param folder where its files go
   * @param progress who is told of progress
   */
  RunReport run(RunFolder folder, ProgressListener progress);
}
