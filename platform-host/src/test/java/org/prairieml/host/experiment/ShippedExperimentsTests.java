package org.prairieml.host.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedExperimentsTests {

  @TempDir private Path folder;

  @Test
  void areListedInOrderWithWhatTheySayOfThemselves() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "description: Second.\n");
    Files.writeString(folder.resolve("a.yaml"), "data: x\n");
    Files.writeString(folder.resolve("README.md"), "description: no experiment\n");

    assertThat(new ShippedExperiments(folder).entries())
        .containsExactly(
            new ShippedExperiments.Entry("a", ""), new ShippedExperiments.Entry("b", "Second."));
  }

  @Test
  void areListedEvenIfOneCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "");

    assertThat(new ShippedExperiments(folder).entries())
        .containsExactly(
            new ShippedExperiments.Entry("a", "(" + folder.resolve("a.yaml") + ": is empty.)"));
  }

  @Test
  void areNoneWhereThereIsNoFolder() {
    assertThat(new ShippedExperiments(folder.resolve("nowhere")).names()).isEmpty();
  }
}
