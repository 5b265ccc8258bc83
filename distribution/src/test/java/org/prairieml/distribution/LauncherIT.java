package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

  private static final Path LAUNCHER = Launched.HOME.resolve("bin").resolve("prairie");
  private static final Launched VERSION =
      new Launched(0, "prairie " + System.getProperty("prairie.version") + "\n", "");

  @TempDir private Path folder;

  @Test
  void printsTheVersionAndNothingElse() throws IOException, InterruptedException {
    assertThat(Launched.run(folder, LAUNCHER, "--version")).isEqualTo(VERSION);
  }

  @Test
  void startsThroughALinkToAFolderWithBlanksInItsName() throws IOException, InterruptedException {
    Path home = folder.resolve("a launch folder");
    CopiedFolder.copy(Launched.HOME, home);
    Path link = folder.resolve("prairie");
    Files.createSymbolicLink(link, Path.of("a launch folder", "bin", "prairie"));
    assertThat(Launched.run(folder, link, "--version")).isEqualTo(VERSION);
  }
}
