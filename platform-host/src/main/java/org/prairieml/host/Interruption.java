package org.prairieml.host;

import org.prairieml.host.cli.Streams;

/** Says in one line that the process is ended from outside, by Ctrl-C for example. */
final class Interruption {

  private final Thread announcement;

  private Interruption(Thread announcement) {
    this.announcement = announcement;
  }

  /** Returns an announcement that comes unless {@link #end} is called before. */
  static Interruption announceOn(Streams streams) {
    Thread announcement =
        Thread.ofPlatform()
            .name("interruption")
            .unstarted(() -> {
              streams.err().println((streams.interactive() ? "\n" : "") + "prairie: stopped.");
              streams.err().flush();
            });
    Runtime.getRuntime().addShutdownHook(announcement);
    return new Interruption(announcement);
  }

  /** Takes the announcement back: the process ends by itself. */
  void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(announcement);
    } catch (IllegalStateException tooLate) {
      // The process is being ended this very moment, and has said so.
    }
  }
}
