package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.Option;
import org.prairieml.api.RealRange;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.host.plugins.FakeDataset;
import org.prairieml.host.plugins.FakeSource;
import org.prairieml.host.plugins.Installation;

/** The task {@code grid}. */
class GridRunTests {

  private static final String GRID =
      """
      task: grid
      datasets: [corners, {name: corners, seed: 3}]
      network: [{kind: dense, units: 2}]
      networks: 4
      variants:
      - {name: low, trainer: {name: lucky, bonus: -0.25}}
      - {name: same, trainer: lucky}
      - {name: ours, trainer: lucky}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void ship() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve("experiments")).resolve("grid.yaml"), GRID);
  }

  /** A trainer whose accuracy is luck, the more the higher the bonus. */
  private record Lucky() implements Trainer {

    private static final Option<Double> BONUS =
        Option.real("bonus", RealRange.ANY, 0, "Added to luck.");

    @Override
    public String name() {
      return "lucky";
    }

    @Override
    public String summary() {
      return "Draws an accuracy.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(BONUS);
    }

    @Override
    public TrainingResult train(TrainingTask task, RunContext context) {
      RandomGenerator random = context.streams().stream("luck");
      double accuracy = random.nextDouble() + task.options().get(BONUS);
      return accuracy > 2
          ? new TrainingResult(
              TrainingResult.Status.DIVERGED, Map.of(), List.of(), Map.of(), List.of())
          : new TrainingResult(
              TrainingResult.Status.COMPLETED,
              Map.of(),
              List.of(),
              Map.of("test_accuracy", accuracy),
              List.of());
    }
  }

  @Test
  void networksOfAllVariantsArePairs() throws IOException {
    CommandRun run = run("--json", "--out", folder.resolve("a").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<?> rows = (List<?>) ((Map<?, ?>) run.json()).get("rows");
    assertThat(rows).hasSize(2);
    for (Object row : rows) {
      List<?> tests = (List<?>) ((Map<?, ?>) row).get("tests");
      // Of the same luck a difference of 0.25 remains in all four pairs, and none in the others.
      assertThat(tests.get(0)).asString().contains("a=ours, b=low, n=4, w=0.0, difference=0.25");
      assertThat(tests.get(1)).asString().contains("b=same, n=0, w=0.0, difference=0.0, p=1.0");
    }
    assertThat(Files.readAllLines(folder.resolve("a/metrics.csv"))).hasSize(1 + 2 * 3 * 4);
    assertThat(Files.readString(folder.resolve("a/grid.svg")))
        .contains("test accuracy; low; same; ours; 1: corners; 2: corners");
    assertThat(folder.resolve("a/grid.png")).exists();
  }

  @Test
  void resultsDoNotDependOnThreads() {
    run("--threads", "1", "--out", folder.resolve("a").toString());
    run("--threads", "3", "--out", folder.resolve("b").toString());

    assertThat(folder.resolve("a/result.json"))
        .hasSameBinaryContentAs(folder.resolve("b/result.json"));
  }

  @Test
  void printsMeansAndTestsAsTables() {
    assertThat(run("--quiet").out().lines().map(String::strip))
        .contains("test_accuracy, mean ± std of 4")
        .anyMatch(line -> line.matches("data set +low +same +ours"))
        .anyMatch(line -> line.matches("1: corners .* ± .*"))
        .anyMatch(line -> line.matches("2: corners +25\\.00 %; .* 0\\.00 %; 1\\.000, 1\\.000"));
  }

  @Test
  void aVariantThatDivergesIsSaidToAndNotTested() {
    CommandRun run = run("--quiet", "--set", "variants[0].trainer.bonus=2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("diverged", "4 of 'low' on 1: corners diverged and are left out.");
  }

  @Test
  void twoVariantsOfOneNameAreRefused() {
    assertThat(run("--set", "variants[0].name=ours"))
        .isEqualTo(new CommandRun(3, "", "prairie: Key 'variants': the name 'ours' is twice.\n"));
  }

  private CommandRun run(String... options) {
    Installation installation =
        Installation.of(
            List.of(
                FakeSource.plugin(
                    "fakes",
                    new ReferenceEngine(),
                    new DenseLayer(),
                    new FakeDataset(),
                    new Lucky())),
            List.of());
    String[] arguments = new String[options.length + 2];
    arguments[0] = "run";
    arguments[1] = "grid";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(folder, installation, arguments);
  }
}
