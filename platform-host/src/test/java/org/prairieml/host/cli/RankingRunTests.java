package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.Option;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.host.plugins.FakeSource;
import org.prairieml.host.plugins.RealActivations;

/** The task {@code rank-activations}, on the real catalog with a trainer that makes up results. */
class RankingRunTests {

  private static final String RANKING =
      """
      task: rank-activations
      data: corners
      activations: [tanh, sine, "max(x, 0.5)", {name: prelu, alpha: 0.5}, log, zero]
      models:
      - name: small
        network: [{kind: dense, units: 2}, {kind: activation}]
        trainer: judge
      - name: large
        network: [{kind: dense, units: 8}, {kind: activation}, {kind: dense, units: 2}]
        trainer: judge
      networks: 6
      """;

  @TempDir private Path folder;

  @BeforeEach
  void ship() throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve("experiments")).resolve("ranking.yaml"), RANKING);
  }

  /** A trainer to whom functions have known worths; luck moves all by the same. */
  private record Judge() implements Trainer {

    private static final Map<String, Double> WORTHS =
        Map.of("relu", 0.5, "tanh", 0.75, "sine", 0.25, "expression", 0.625, "prelu", 0.5);

    @Override
    public String name() {
      return "judge";
    }

    @Override
    public String summary() {
      return "Judges by the name.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of();
    }

    @Override
    public TrainingResult train(TrainingTask task, RunContext context) {
      String name =
          task.network().nodes().stream()
              .map(Network.Node::layer)
              .filter(layer -> layer.service() instanceof ActivationLayer)
              .map(layer -> ActivationLayer.placements(layer.options()).getFirst().function())
              .map(function -> function.service().name())
              .findFirst()
              .orElseThrow();
      double luck = context.streams().stream("luck").nextDouble() / 64;
      // Functions that are judged a little anew each time cannot be told from what is near.
      double whim = name.equals("prelu") ? context.streams().stream("whim").nextGaussian() / 8 : 0;
      boolean diverges = !WORTHS.containsKey(name);
      return new TrainingResult(
          diverges ? TrainingResult.Status.DIVERGED : TrainingResult.Status.COMPLETED,
          Map.of(),
          List.of(),
          diverges ? Map.of() : Map.of("test_accuracy", WORTHS.get(name) + luck + whim),
          List.of());
    }
  }

  @Test
  void functionsAreRankedByTheirMeanAndThoseThatDivergeComeLast() throws IOException {
    CommandRun run = run("--json", "--out", folder.resolve("a").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<?, ?> result = (Map<?, ?>) run.json();
    List<Map<?, ?>> ranking = new ArrayList<>();
    ((List<?>) result.get("ranking")).forEach(row -> ranking.add((Map<?, ?>) row));
    assertThat(
            ranking.stream()
                .map(row -> row.get("activation"))
                .filter(n -> !n.equals("prelu alpha=0.5")))
        .isEqualTo(List.of("tanh", "max(x, 0.5)", "relu", "sine", "log", "zero"));
    assertThat(ranking).extracting(row -> row.get("rank")).isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7));
    assertThat(ranking.getLast().get("diverged")).isEqualTo(12);
    assertThat(Files.readAllLines(folder.resolve("a/metrics.csv"))).hasSize(1 + 5 * 2 * 6);
    assertThat(folder.resolve("a/ranking.svg")).exists();
    assertThat(folder.resolve("a/ranking.png")).exists();
  }

  /** Of the same luck the difference of tanh to relu is 0.25 in every pair, without any spread. */
  @Test
  void networksOfAllFunctionsArePairs() {
    Map<?, ?> result = (Map<?, ?>) run("--json").json();
    Map<?, ?> first = (Map<?, ?>) ((List<?>) result.get("ranking")).getFirst();
    Map<?, ?> small = (Map<?, ?>) ((Map<?, ?>) first.get("models")).get("small");
    Map<?, ?> test = (Map<?, ?>) small.get("against_baseline");

    assertThat(test.get("mean")).isEqualTo(0.25);
    assertThat((double) test.get("std")).isLessThan(1e-15);
    assertThat((double) test.get("p_holm")).isLessThan(1e-12);
    assertThat((double) small.get("std")).isGreaterThan(1e-4);
  }

  @Test
  void printsOneTableAndWhatTheTestsTell() {
    assertThat(run("--quiet").out().lines().map(String::strip))
        .anyMatch(line -> line.matches("rank +activation +mean of models +small +large +diverged"))
        .anyMatch(line -> line.matches("1 +tanh +75.* ± .*"))
        .anyMatch(line -> line.matches("- +zero +- +- +- +12"))
        .anyMatch(line -> line.matches("small: above relu with p < 0.05: tanh, max\\(x, 0.5\\)"))
        .anyMatch(line -> line.matches("large: below relu with p < 0.05: sine"));
  }

  @Test
  void lowMayBeBest() {
    assertThat(run("--quiet", "--set", "best=lowest").out()).containsPattern("1 +sine");
  }

  @Test
  void resultsDoNotDependOnThreads() {
    run("--threads", "1", "--out", folder.resolve("a").toString());
    run("--threads", "3", "--out", folder.resolve("b").toString());

    assertThat(folder.resolve("a/result.json"))
        .hasSameBinaryContentAs(folder.resolve("b/result.json"));
  }

  /** The kept experiment names each, so that it means the same beside other plug-ins. */
  @Test
  void aTagStandsForAllThatNeedNoOptions() throws IOException {
    CommandRun run =
        run(
            "--quiet",
            "--set",
            "activations=[{tag: parametric, except: [pelu]}, prelu, relu]",
            "--out",
            folder.resolve("a").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("a/experiment.yaml")))
        .containsSubsequence("activations:", "- name: prelu", "- name: pswish", "- name: relu")
        .doesNotContain("- name: pelu", "- name: expression")
        .containsOnlyOnce("- name: prelu");
  }

  @Test
  void mistakesAreFoundBeforeAnyWork() {
    assertProblem(
        "activations=[{tag: parametrik}]",
        "at 'activations[0]': no activation has the tag 'parametrik'; did you mean 'parametric'?");
    assertProblem(
        "activations=[{tag: parametric, except: [prelou]}]",
        "'prelou' is not among those with the tag 'parametric'; did you mean 'prelu'?");
    assertProblem("models[1].name=small", "Key 'models': the name 'small' is twice.");
    assertProblem("models=[]", "Key 'models': the list is empty; name at least one.");
    assertProblem(
        "models[0].network=[{kind: dense, units: 2}]",
        "Model 'small': no layer of its network is of the kind 'activation'");
  }

  private void assertProblem(String setting, String message) {
    CommandRun run = run("--set", setting);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(message);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  private CommandRun run(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "run";
    arguments[1] = "ranking";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(
        folder, RealActivations.installation(FakeSource.plugin("judges", new Judge())), arguments);
  }
}
