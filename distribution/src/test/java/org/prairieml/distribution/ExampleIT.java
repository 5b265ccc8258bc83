package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a plug-in from outside, built as its README says, offline, and dropped in. */
class ExampleIT {

  private static final Path EXAMPLE = Path.of("..", "examples", "third-party-activation");
  private static final String JAR = "bent-activation-1.0.0.jar";

  @TempDir private static Path folder;
  private static PrairieCopy copy;

  @BeforeAll
  static void buildAndDropIn() throws IOException, InterruptedException {
    Path project = folder.resolve("third-party-activation");
    CopiedFolder.copy(EXAMPLE, project);
    MavenRun build = MavenRun.of(project, "package");
    assertThat(build.exitCode()).as(build.log()).isZero();
    assertThat(build.log()).containsPattern("Tests run: [1-9]\\d*, Failures: 0");
    copy = PrairieCopy.in(folder);
    Files.copy(project.resolve("target").resolve(JAR), copy.plugin(JAR));
  }

  @Test
  void isListedWithItsPluginAndVersion() throws IOException, InterruptedException {
    copy.assertShowsTheExample();
  }

  @Test
  void trains() throws IOException, InterruptedException {
    copy.assertTrains("softened-line");
  }
}
