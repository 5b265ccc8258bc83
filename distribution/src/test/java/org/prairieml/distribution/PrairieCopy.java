package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of the launch folder for tests to change.
 *
 * @param folder where commands are run
 * @param home the copy, in that folder
 */
record PrairieCopy(Path folder, Path home) {

  /** Copies the launch folder into an empty folder. */
  static PrairieCopy in(Path folder) throws IOException {
    Path home = folder.resolve("prairie");
    CopiedFolder.copy(Launched.HOME, home);
    return new PrairieCopy(folder, home);
  }

  /** Returns where a plug-in's jar is dropped. */
  Path plugin(String file) {
    return home.resolve("plugins").resolve(file);
  }

  /** Removes the plug-ins that Prairie comes with. */
  PrairieCopy withoutPlugins() throws IOException {
    try (var jars = Files.list(home.resolve("plugins"))) {
      for (Path jar : jars.toList()) {
        Files.delete(jar);
      }
    }
    return this;
  }

  /** Runs a command. */
  Launched prairie(String... arguments) throws IOException, InterruptedException {
    return Launched.run(folder, home.resolve("bin").resolve("prairie"), arguments);
  }

  /** Trains a small network with an activation, and requires that this ends with a result. */
  void assertTrains(String activation) throws IOException, InterruptedException {
    Launched run =
        prairie(
            "run",
            "mnist1d-mlp",
            "--quiet",
            "--set",
            "network.activation1.function=" + activation,
            "--set",
            "trainer.epochs=1",
            "--set",
            "networks=1");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("test_accuracy");
  }

  /** Requires that an activation is shown as one of the example's plug-in. */
  void assertShowsTheExample() throws IOException, InterruptedException {
    Launched shown = prairie("activations", "show", "softened-line");
    assertThat(shown.exitCode()).as(shown.errors()).isZero();
    assertThat(shown.output()).contains("From bent 1.0.0", "curvature");
  }
}
