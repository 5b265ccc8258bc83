package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  @TempDir private Path folder;

  @Test
  void printsOneDocumentWithSixGroupsAndFiveTests() throws IOException, InterruptedException {
    Launched run = run("--json");

    assertThat(run.exitCode()).as(run.errors()).isZero();
    JsonNode result = new JsonMapper().readTree(run.output());
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
    assertThat(run("--out", "one", "--set", "threads=1").exitCode()).isZero();
    assertThat(run("--out", "two", "--set", "threads=3").exitCode()).isZero();

    assertThat(folder.resolve("one/metrics.csv"))
        .hasSameBinaryContentAs(folder.resolve("two/metrics.csv"));
    assertThat(folder.resolve("one/result.json"))
        .hasSameBinaryContentAs(folder.resolve("two/result.json"));
  }

  @Test
  void aRunsOwnExperimentMakesItAgain() throws IOException, InterruptedException {
    assertThat(run("--out", "one").exitCode()).isZero();

    Launched again =
        Launched.run(folder, LAUNCHER, "run", "one/experiment.yaml", "--out", "again", "--quiet");

    assertThat(again.exitCode()).as(again.errors()).isZero();
    for (String file : List.of("result.json", "metrics.csv", "experiment.yaml")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("again").resolve(file));
    }
  }

  @Test
  void leavesFiguresAndFunctionsForOtherExperiments() throws IOException, InterruptedException {
    assertThat(run("--out", "one").exitCode()).isZero();
    for (String figure : List.of("activations", "groups", "curves")) {
      assertThat(folder.resolve("one/" + figure + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("one/" + figure + ".svg")).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("one/activations/neurons.kind1.yaml")))
        .startsWith("name: interpolated\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trainer.outer-stps=3",
        "trainer.outer-steps=many",
        "trainer.batch-size=0",
        "trainer.batch-size=4001",
        "compare.layer=nerves",
        "compare.baselines=[rleu]",
        "data={name: npz, file: missing.npz}",
        "network.output.units=9",
        "precision=float16",
        "engine=vectr",
      })
  void badInputIsOneLineAndNoFolder(String setting) throws IOException, InterruptedException {
    Launched run = run("--set", setting);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors().lines()).singleElement().asString().startsWith("prairie: ");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void labelsOutOfRangeAreRefused() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("labels.csv"), "0.5,0\n0.25,7\n0.5,1\n0.125,0\n0.5,1\n");

    Launched run = run("--set", "data={name: csv, file: labels.csv, target: classes, classes: 2}");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains("label 7.0 is not a whole number from 0 to 1")
        .hasLineCount(1);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException, InterruptedException {
    assertThat(
            Launched.run(folder, LAUNCHER, "datasets", "export", "mnist1d", "--out", "data.npz")
                .exitCode())
        .isZero();
    Path whole = folder.resolve("data.npz");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(folder.resolve("half.npz"), Arrays.copyOf(bytes, bytes.length / 2));

    Launched run = run("--set", "data={name: npz, file: half.npz}");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("half.npz").hasLineCount(1);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  private Launched run(String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("run", "mnist1d-ldnn", "--quiet"));
    arguments.addAll(SMALL);
    arguments.addAll(List.of(more));
    return Launched.run(folder, LAUNCHER, arguments.toArray(String[]::new));
  }
}
