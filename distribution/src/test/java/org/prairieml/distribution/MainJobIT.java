package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job at a small scale, by the launcher that users start. */
class MainJobIT {

  private static final Path LAUNCHER = Launched.HOME.resolve("bin").resolve("prairie");
  private static final List<String> SMALL =
      List.of(
          "--set", "trainer.outer-steps=2",
          "--set", "trainer.inner-steps=3",
          "--set", "network.neurons.kinds[0].function.width=5",
          "--set", "network.neurons.kinds[1].function.width=5",
          "--set", "compare.networks=3",
          "--set", "compare.trainer.epochs=2");

  @TempDir private static Path shared;
  private static Launched first;

  @TempDir private Path folder;

  /** The run that several tests look at. */
  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    first = run(shared, "--json", "--out", "one", "--set", "threads=1");
  }

  @Test
  void printsOneDocumentWithSixGroupsAndFiveTests() {
    assertThat(first.exitCode()).as(first.errors()).isZero();
    JsonNode result = new JsonMapper().readTree(first.output());
    assertThat(Path.of(result.get("run").stringValue())).isNotEmptyDirectory();
    assertThat(result.get("groups").valueStream().map(group -> group.get("name").stringValue()))
        .containsExactly("kind1", "kind2", "mixed", "relu", "sine", "tanh");
    for (JsonNode group : result.get("groups")) {
      assertThat(group.get("n").intValue()).isEqualTo(3);
      assertThat(inOrder(group, "min", "q1", "median", "q3", "max")).isSorted();
    }
    assertThat(result.get("tests").valueStream().map(test -> test.get("b").stringValue()))
        .containsExactly("kind1", "kind2", "relu", "sine", "tanh");
  }

  private static List<Double> inOrder(JsonNode group, String... keys) {
    List<Double> values = new ArrayList<>();
    for (String key : keys) {
      values.add(group.get(key).doubleValue());
    }
    return values;
  }

  @Test
  void sameSeedGivesTheSameFilesWhateverTheNumberOfThreads()
      throws IOException, InterruptedException {
    assertThat(run(shared, "--out", "two", "--set", "threads=3").exitCode()).isZero();

    assertSameFiles("two", "metrics.csv", "result.json");
  }

  @Test
  void aRunsOwnExperimentMakesItAgain() throws IOException, InterruptedException {
    Launched again =
        Launched.run(shared, LAUNCHER, "run", "one/experiment.yaml", "--out", "again", "--quiet");

    assertThat(again.exitCode()).as(again.errors()).isZero();
    assertSameFiles("again", "result.json", "metrics.csv", "experiment.yaml");
  }

  private static void assertSameFiles(String other, String... files) {
    for (String file : files) {
      assertThat(shared.resolve(other).resolve(file))
          .hasSameBinaryContentAs(shared.resolve("one").resolve(file));
    }
  }

  @Test
  void leavesFiguresAndFunctionsForOtherExperiments() throws IOException {
    for (String figure : List.of("activations", "groups", "curves")) {
      assertThat(shared.resolve("one/" + figure + ".png")).isNotEmptyFile();
      assertThat(shared.resolve("one/" + figure + ".svg")).isNotEmptyFile();
    }
    assertThat(Files.readString(shared.resolve("one/activations/neurons.kind1.yaml")))
        .startsWith("name: interpolated\n");
  }

  /** What only this job has; what every experiment has, RunCommandTests show. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "trainer.batch-size=4001",
        "compare.layer=nerves",
        "compare.baselines=[rleu]",
        "network.output.units=9",
      })
  void badInputIsOneLineAndNoFolder(String setting) throws IOException, InterruptedException {
    Launched run = run(folder, "--set", setting);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors().lines()).singleElement().asString().startsWith("prairie: ");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void labelsOutOfRangeAreRefused() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("labels.csv"), "0.5,0\n0.25,7\n0.5,1\n0.125,0\n0.5,1\n");

    Launched run =
        run(folder, "--set", "data={name: csv, file: labels.csv, target: classes, classes: 2}");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains("label 7.0 is not a whole number from 0 to 1")
        .hasLineCount(1);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  private static Launched run(Path folder, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("run", "mnist1d-ldnn", "--quiet"));
    arguments.addAll(SMALL);
    arguments.addAll(List.of(more));
    return Launched.run(folder, LAUNCHER, arguments.toArray(String[]::new));
  }
}
