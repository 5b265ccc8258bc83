package org.prairieml.host.run;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Draws {@code training 43% [====> ] 0:03 to go, loss 1.697}, as wide as it may be. */
final class BarRenderer implements ProgressBarRenderer {

  @Override
  public String render(ProgressState state, int width) {
    double share = Math.clamp(state.getNormalizedProgress(), 0, 1);
    String left = "%s %3d%% [".formatted(state.getTaskName(), (int) (100 * share));
    String right = "] " + time(share, state.getElapsedAfterStart()) + state.getExtraMessage();
    int room = Math.max(0, width - left.length() - right.length());
    int filled = (int) (share * room);
    String line = left + "=".repeat(filled) + " ".repeat(room - filled) + right;
    return line.substring(0, Math.min(width, line.length()));
  }

  private static String time(double share, Duration elapsed) {
    if (share >= 1) {
      return "in " + clock(elapsed.toSeconds());
    }
    double toGo = elapsed.toMillis() / 1000.0 * (1 - share) / share;
    return share == 0 ? "starting" : clock(Math.round(toGo)) + " to go";
  }

  private static String clock(long seconds) {
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
