package org.prairieml.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.run.ProgressEvent;

class ProgressBarsTests {

  private final StringWriter text = new StringWriter();
  private final ConsoleProgress progress = ConsoleProgress.bars(new PrintWriter(text));

  @Test
  void drawABarWithMetricsAndTimeThatFitsTheTerminal() {
    progress.on(new ProgressEvent.Stage("training", 4));
    progress.on(new ProgressEvent.Step(4, Map.of("loss", 0.25)));
    progress.close();

    List<String> lines = text.toString().lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(79));
    assertThat(lines.getLast())
        .startsWith("training 100% [====")
        .endsWith("==] in 0:00, loss 0.2500");
  }

  @Test
  void putNotesOnLinesOfTheirOwn() {
    progress.on(new ProgressEvent.Note("Run folder: runs/a"));
    progress.close();

    assertThat(text.toString().strip()).isEqualTo("Run folder: runs/a");
  }
}
