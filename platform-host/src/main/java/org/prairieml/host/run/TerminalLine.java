package org.prairieml.host.run;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/** The last line of a terminal, drawn again and again in place. */
final class TerminalLine implements ProgressBarConsumer {

  /** One column short of the narrowest terminal in use, so that the line never wraps. */
  private static final int WIDTH = 79;

  private final PrintWriter terminal;

  TerminalLine(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  @Override
  public synchronized void accept(String bar) {
    terminal.print('\r' + bar);
    terminal.flush();
  }

  /** Puts a line above; the bar is drawn anew below it at its next turn. */
  synchronized void insert(String text) {
    terminal.printf("\r%-" + WIDTH + "s%n", text);
    terminal.flush();
  }

  @Override
  public synchronized void close() {
    terminal.println();
    terminal.flush();
  }
}
