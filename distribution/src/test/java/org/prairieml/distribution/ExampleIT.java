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

  @TempDir private static Path folder;
  private static Path home;

  @BeforeAll
  static void buildAndDropIn() throws IOException, InterruptedException {
    Path project = folder.resolve("third-party-activation");
    CopiedFolder.copy(EXAMPLE, project);
    home = folder.resolve("prairie");
    CopiedFolder.copy(Launched.HOME, home);
    Path repository = LocalRepository.create(folder.resolve("repository"));
    Path log = folder.resolve("log.txt");
    int exitCode =
        new ProcessBuilder(
                System.getProperty("maven.program"),
                "-B",
                "-o",
                "-Dmaven.repo.local=" + repository,
                "package")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(exitCode).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).containsPattern("Tests run: [1-9]\\d*, Failures: 0");
    String jar = "bent-activation-1.0.0.jar";
    Files.copy(project.resolve("target").resolve(jar), home.resolve("plugins").resolve(jar));
  }

  @Test
  void isListedWithItsPluginAndVersion() throws IOException, InterruptedException {
    Launched shown = prairie("activations", "show", "softened-line");
    assertThat(shown.exitCode()).as(shown.errors()).isZero();
    assertThat(shown.output()).contains("bent", "1.0.0", "curvature");
  }

  @Test
  void trains() throws IOException, InterruptedException {
    Launched run =
        prairie(
            "run",
            "mnist1d-mlp",
            "--quiet",
            "--set",
            "network.activation1.function=softened-line",
            "--set",
            "trainer.epochs=1",
            "--set",
            "networks=1");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("test_accuracy");
  }

  private static Launched prairie(String... arguments) throws IOException, InterruptedException {
    return Launched.run(folder, home.resolve("bin").resolve("prairie"), arguments);
  }
}
