package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.FakePlugins;
import org.prairieml.host.plugins.Installation;

class RunCommandTests {

  private static final String EXPERIMENT =
      """
      description: Two classes of corners.
      data: corners
      network:
      - kind: dense
        units: 2
      trainer:
        name: supervised
        steps: 5
      """;

  @TempDir private Path folder;

  @BeforeEach
  void shipAnExperiment() throws IOException {
    Files.createDirectory(folder.resolve("experiments"));
    Files.writeString(folder.resolve("experiments/corners.yaml"), EXPERIMENT);
  }

  @Test
  void leavesAFolderWithExperimentResultAndProvenance() {
    CommandRun run = run("corners");

    Path runFolder = folder.resolve("runs/corners-20260304-050607");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).endsWith("Run folder: " + runFolder + "\n");
    assertThat(run.err()).contains("training: 5 steps\n", "training: done in 0.0 s, loss 0.2500\n");
    assertThat(runFolder.resolve("experiment.yaml")).content().contains("steps: 5\n  rate: 1.0E-4");
    assertThat(runFolder.resolve("result.json")).exists();
    assertThat(runFolder.resolve("provenance.json"))
        .content()
        .contains(
            "\"started\": \"2026-03-04T05:06:07Z\"",
            "\"command_line\": [\"run\", \"corners\"]",
            "\"id\": \"fakes\"");
  }

  @Test
  void printsOneJsonDocumentAndNothingElse() {
    CommandRun run = run("corners", "--json", "--out", folder.resolve("a run").toString());

    assertThat(run.json())
        .asInstanceOf(MAP)
        .containsEntry("run", folder.resolve("a run").toString())
        .containsEntry("status", "completed");
  }

  @Test
  void isQuietOnDemand() {
    assertThat(run("corners", "--quiet").err()).isEmpty();
  }

  @Test
  void givesEqualFilesForEqualSeeds() {
    run("corners", "--out", folder.resolve("a").toString());
    run("corners", "--out", folder.resolve("b").toString());

    for (String file : List.of("experiment.yaml", "metrics.csv", "result.json")) {
      assertThat(folder.resolve("a").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
    }
  }

  @Test
  void runsItsOwnResolvedExperimentAgain() {
    run("corners", "--seed", "7", "--set", "trainer.steps=3", "--out", path("a"));
    CommandRun again = run(path("a/experiment.yaml"), "--out", path("b"));

    assertThat(again.exitCode()).isZero();
    assertThat(folder.resolve("b/result.json"))
        .hasSameBinaryContentAs(folder.resolve("a/result.json"));
  }

  @Test
  void takesShorthandsForSettings() {
    run("corners", "--seed=9", "--threads=3", "--precision=float64", "--out", path("a"));

    assertThat(folder.resolve("a/experiment.yaml"))
        .content()
        .contains("seed: 9\n", "threads: 3\n", "precision: float64\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trainer.stpes=3 | --set trainer.stpes=3, at 'trainer': there is no key 'stpes' here;"
            + " did you mean 'steps'?",
        "trainer.steps=0 | --set trainer.steps=0, at 'trainer.steps': expected a whole number"
            + " from 1 to 100, found 0.",
        "data=cornrs     | --set data=cornrs, at 'data': There is no dataset source 'cornrs';"
            + " did you mean 'corners'?",
        "engine=refrence | --set engine=refrence, at 'engine': There is no engine 'refrence';"
            + " did you mean 'reference'?",
        "precision=float16 | --set precision=float16, at 'precision': there is no choice 'float16';"
            + " did you mean 'float32'?",
      })
  void refusesBadInputInOneLineWithoutAFolder(String setting, String message) {
    CommandRun run = run("corners", "--set", setting.strip());

    assertThat(run).isEqualTo(new CommandRun(3, "", "prairie: " + message + "\n"));
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void refusesANetworkThatDoesNotFitTheDataWithoutAFolder() {
    CommandRun run = run("corners", "--set", "network=[{kind: activation}]");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            "prairie: Layer 'activation1' (activation): give either 'function' or 'kinds'.\n");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void refusesADataFileThatIsCutInHalf() throws IOException {
    Path whole = folder.resolve("whole.npz");
    Path half = folder.resolve("half.npz");
    CommandRun.of(folder, "datasets", "export", "mnist1d", "--out", whole.toString());
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    CommandRun run =
        CommandRun.of(
            folder,
            "run",
            "corners",
            "--set",
            "data={name: npz, file: '" + half + "'}",
            "--set",
            "trainer=supervised");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("prairie: File '" + half);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(run("cornres"))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "prairie: Experiment 'cornres': the file does not exist, and no shipped experiment"
                    + " has this name; did you mean 'corners'?"
                    + " 'prairie experiments' lists them.\n"));
  }

  @Test
  void removesTheFolderOfARunThatFailed() {
    CommandRun run =
        failing(() -> {
          throw PrairieException.workFailed("Nothing was found.");
        });

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).endsWith("prairie: Nothing was found.\n");
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void tellsOfAnUnforeseenFailureInOneLine() {
    CommandRun run =
        failing(
            () -> {
              throw new IllegalStateException("boom\nbang");
            },
            "--quiet");

    assertThat(run)
        .isEqualTo(
            new CommandRun(
                1,
                "",
                "prairie: internal error: java.lang.IllegalStateException: boom bang"
                    + " (run with --debug for the stack trace)\n"));
  }

  @Test
  void printsTheStackTraceOnDemand() {
    CommandRun run =
        failing(
            () -> {
              throw new IllegalStateException("boom");
            },
            "--quiet",
            "--debug");

    assertThat(run.err())
        .startsWith("prairie: internal error: java.lang.IllegalStateException: boom\n")
        .contains("\tat org.prairieml.host");
  }

  @Test
  void tellsOfMissingMemoryInOneLine() {
    CommandRun run =
        failing(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            },
            "--quiet");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).matches("prairie: out of memory: Java may use \\d+ MB\\. .*\\n");
  }

  @Test
  void blamesAPlugin() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("plugins")).resolve("a.jar"), "x");

    CommandRun run = CommandRun.of(folder, "run", "corners");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("Plug-in 'a.jar' is broken: it is not a zip");
  }

  private CommandRun run(String experiment, String... options) {
    return run(FakePlugins.installation(() -> {}), experiment, options);
  }

  private CommandRun failing(Runnable failure, String... options) {
    return run(FakePlugins.installation(failure), "corners", options);
  }

  private CommandRun run(Installation installation, String experiment, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "run";
    arguments[1] = experiment;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(folder, installation, arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
