package org.prairieml.host.cli;

import org.prairieml.api.PrairieException;

/** What the process tells its caller by its exit. */
final class ExitCode {

  static final int DONE = 0;
  static final int WORK_FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int BAD_INPUT = 3;
  static final int PLUGIN = 4;

  private ExitCode() {}

  static int of(PrairieException.Fault fault) {
    return switch (fault) {
      case WORK_FAILED -> WORK_FAILED;
      case BAD_INPUT -> BAD_INPUT;
      case PLUGIN -> PLUGIN;
    };
  }
}
