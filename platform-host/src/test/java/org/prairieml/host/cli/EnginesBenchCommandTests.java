package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.host.plugins.FakePlugins;

class EnginesBenchCommandTests {

  @TempDir private Path folder;

  @Test
  void helpsWithTheNamesOfTheWorkloads() {
    assertThat(bench("--help").out())
        .startsWith("Usage: prairie engines bench")
        .contains("One of w1, w2, w2b, w3-128, w3-512, gemm, conv", "Example");
  }

  @Test
  void printsATableAndSaysOnStandardErrorWhatItDoes() {
    CommandRun run = bench("--workload", "w1", "--runs", "2", "--warmup", "0");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .hasSize(3)
        .last()
        .asString()
        .matches("w1 +reference +float64 +1 +[\\d.]+ +[\\d.]+ +2 +\\d+ +0\\.\\d+ .*");
    assertThat(run.err())
        .isEqualTo(
            "prairie: w1 on reference, float64, threads: 1"
                + " (one Adam step of a 40-100-10 ReLU classifier, batch 100)\n");
  }

  @Test
  void printsOneJsonDocument() {
    CommandRun run =
        bench(
            "--workload w1 --engine reference --engine reference --threads 2 --precision float64"
                + " --runs 1 --warmup 0 --json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.json())
        .asInstanceOf(LIST)
        .singleElement()
        .asInstanceOf(MAP)
        .containsEntry("workload", "w1")
        .containsEntry("engine", "reference")
        .containsEntry("precision", "float64")
        .containsEntry("threads", 2)
        .containsEntry("runs", 1)
        .containsKeys("median_us", "min_us", "first_us", "peak_mb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--engine referense | 3 | There is no engine 'referense'; did you mean 'reference'?",
        "--workload w4      | 3 | There is no workload 'w4'; did you mean 'w1'?",
        "--precision float32 | 3 | Engine 'reference': it does not compute in float32;"
            + " it has float64.",
        "--precision half   | 2 | Invalid value for option '--precision': expected float32 or"
            + " float64, found 'half'. See 'prairie engines bench --help'.",
        "--threads 0        | 2 | Invalid value for option '--threads': expected 1 to 1024,"
            + " found '0'. See 'prairie engines bench --help'.",
        "--runs 0           | 2 | Invalid value for option '--runs': expected at least 1,"
            + " found '0'. See 'prairie engines bench --help'.",
        "--warmup -1        | 2 | Invalid value for option '--warmup': expected a time of at least"
            + " 0, found '-1.0'. See 'prairie engines bench --help'.",
      })
  void refusesWhatItCannotDo(String options, int exitCode, String message) {
    assertThat(bench(options))
        .isEqualTo(new CommandRun(exitCode, "", "prairie: " + message + "\n"));
  }

  private CommandRun bench(String... options) {
    String[] arguments =
        Stream.concat(
                Stream.of("engines", "bench"),
                Arrays.stream(options).flatMap(part -> Stream.of(part.split(" "))))
            .toArray(String[]::new);
    return CommandRun.of(folder, FakePlugins.installation(() -> {}), arguments);
  }
}
