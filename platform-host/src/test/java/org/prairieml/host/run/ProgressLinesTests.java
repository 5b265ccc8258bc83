package org.prairieml.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.prairieml.api.run.ProgressEvent;

class ProgressLinesTests {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final StringWriter text = new StringWriter();
  private final ConsoleProgress progress = ConsoleProgress.lines(new PrintWriter(text), now::get);

  @Test
  void tellStartAndEndAndAtMostOneLineEveryTenSeconds() {
    progress.on(new ProgressEvent.Stage("training", 60));
    for (int step = 1; step <= 60; step++) {
      wait(Duration.ofMillis(500));
      progress.on(step(step));
    }
    progress.close();

    assertThat(text)
        .hasToString(
            """
            training: 60 steps
            training: 20 of 60 steps, loss 0.05000, test_accuracy 0.7500
            training: 40 of 60 steps, loss 0.02500, test_accuracy 0.7500
            training: done in 30.0 s, loss 0.01667, test_accuracy 0.7500
            """);
  }

  @Test
  void tellWhatIsBetweenTwoStages() {
    progress.on(new ProgressEvent.Note("Run folder: runs/a"));
    progress.on(new ProgressEvent.Stage("meta-learning", 3));
    progress.on(new ProgressEvent.Step(1, Map.of()));
    progress.on(new ProgressEvent.Stage("relu", 2));
    progress.close();
    progress.close();

    assertThat(text)
        .hasToString(
            """
            Run folder: runs/a
            meta-learning: 3 steps
            meta-learning: ended after 1 of 3 steps in 0.0 s
            relu: 2 steps
            relu: ended after 0 of 2 steps in 0.0 s
            """);
  }

  private void wait(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private static ProgressEvent.Step step(int done) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", 1.0 / done);
    metrics.put("rate", 0.1);
    metrics.put("test_accuracy", 0.75);
    return new ProgressEvent.Step(done, metrics);
  }
}
