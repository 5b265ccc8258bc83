package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.host.plugins.BrokenPlugin;
import org.prairieml.host.plugins.FakePlugins;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.PluginInfo;
import org.prairieml.host.plugins.check.Problem;

class CommandLineTests {

  @TempDir private Path folder;

  @Test
  void tellsItsVersion() {
    assertThat(run("--version"))
        .isEqualTo(
            new CommandRun(
                0, "prairie " + PluginInfo.BUILT_IN.version() + System.lineSeparator(), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "experiments",
        "activations",
        "activations list",
        "datasets",
        "datasets info",
        "datasets export",
        "engines",
        "trainers show"
      })
  void helpsWithAnExample(String command) {
    CommandRun run = run((command + " --help").split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: prairie " + command).contains("Example");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "rnu            | There is no command 'rnu'; did you mean 'run'? See 'prairie --help'.",
        "activations lst| There is no command 'lst'; did you mean 'list'?"
            + " See 'prairie activations --help'.",
        "run --sede 3 x | There is no option '--sede'; did you mean '--seed'?"
            + " See 'prairie run --help'.",
        "run x y        | There is no place for the argument 'y'. See 'prairie run --help'.",
        "run            | Missing required parameter: 'EXPERIMENT'. See 'prairie run --help'.",
        "datasets       | Missing required subcommand. See 'prairie datasets --help'.",
        "run x --seed y | Invalid value for option '--seed': expected a whole number, found 'y'."
            + " See 'prairie run --help'.",
        "run x --set y  | Invalid value for option '--set' (KEY=VALUE): expected key=value,"
            + " such as trainer.steps=100, found 'y'. See 'prairie run --help'.",
        "datasets export corners --out x.txt | Option '--out' takes a .npz or .csv file,"
            + " found 'x.txt'. See 'prairie datasets export --help'.",
      })
  void tellsOfWrongUsageInOneLine(String command, String message) {
    assertThat(run(command.split(" ")))
        .isEqualTo(new CommandRun(2, "", "prairie: " + message + System.lineSeparator()));
  }

  @Test
  void listsShippedExperiments() throws IOException {
    Files.createDirectory(folder.resolve("experiments"));
    Files.writeString(
        folder.resolve("experiments/corners.yaml"), "description: |\n  Two\n  lines.\n");

    assertThat(run("experiments").out())
        .isEqualTo("name     description\n-------  -----------\ncorners  Two lines.\n");
    assertThat(run("experiments", "--json").json())
        .isEqualTo(
            Map.of(
                "experiments", List.of(Map.of("name", "corners", "description", "Two\nlines."))));
  }

  @Test
  void listsServicesWithWhereTheyAreFrom() {
    assertThat(run("activations", "list").out())
        .isEqualTo(
            """
            name  from         summary
            ----  -----------  ------------------
            relu  fakes 1.0.0  The function relu.
            """);
    assertThat(run("activations", "list", "--json").json())
        .isEqualTo(
            Map.of(
                "activations",
                List.of(
                    Map.of(
                        "name", "relu",
                        "summary", "The function relu.",
                        "plugin",
                            Map.of("id", "fakes", "version", "1.0.0", "file", "fakes.jar")))));
  }

  @Test
  void showsAServiceWithItsOptions() {
    assertThat(run("activations", "show", "relu").out())
        .startsWith(
            """
            relu: The function relu.
            After A. Author, On relu, 2026
            From fakes 1.0.0 (fakes.jar)

            option  value             default  meaning
            ------  ----------------  -------  ----------
            slope   a number above 0  1.0      The slope.
            """);
    assertThat(run("activations", "show", "relu", "--json").json())
        .asString()
        .contains("{name=slope, type=a number above 0, required=false, default=1.0,");
  }

  @Test
  void showsTheKeysOfASectionUnderIt() {
    assertThat(run("layers", "show", "activation").out())
        .containsSubsequence("\nkinds ", "\n  function ", "\n  share ", "1.0", "The share of");
    assertThat(run("layers", "show", "activation", "--json").json())
        .asString()
        .contains("keys=[{name=function,", "{name=share, type=a number above 0,");
  }

  @Test
  void refusesAServiceThatIsNotThere() {
    assertThat(run("activations", "show", "rely"))
        .isEqualTo(
            new CommandRun(
                3, "", "prairie: There is no activation 'rely'; did you mean 'relu'?\n"));
  }

  @Test
  void remarksOnBrokenPluginsWhereItListsServices() {
    Installation installation =
        Installation.of(
            List.of(),
            List.of(BrokenPlugin.unknown("a.jar", new Problem("it is empty", "Copy it again"))));

    CommandRun run = CommandRun.of(folder, installation, "engines", "list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo("prairie: Plug-in 'a.jar' is broken: it is empty. Copy it again.\n");
  }

  @Test
  void saysWhatIsInADataset() {
    assertThat(run("datasets", "info", "corners", "--set", "seed=2").out())
        .isEqualTo(
            """
            corners: input [2], target one of 2 classes
            SHA-256 of the values: b96d8777e187199be099492d73dde1bc230eeb3a7f2b225dfaa38207d0755346

            split  examples      min      mean     max  per class
            -----  --------  -------  --------  ------  ---------
            train         4   0.0000   0.81250  2.0000  1 3
            test          2  -2.0000  -0.24998  1.0000  1 1
            """);
  }

  @Test
  void saysWhatIsInADatasetAsJson() {
    assertThat(run("datasets", "info", "corners", "--json").json())
        .asString()
        .contains("input_shape=[2]", "class_counts=[1, 3]", "source={name=corners, seed=7}");
  }

  @Test
  void exportsADataset() {
    Path file = folder.resolve("corners.csv");

    CommandRun run = run("datasets", "export", "corners", "--out", file.toString());

    assertThat(run.out())
        .isEqualTo(
            "Written: %s\nWritten: %s\n".formatted(file, folder.resolve("corners-test.csv")));
    assertThat(file).content().startsWith("x0,x1,y\n7.0,0.0,0\n");
  }

  @Test
  void refusesAnOptionThatADatasetDoesNotHave() {
    assertThat(run("datasets", "info", "corners", "--set", "sede=3"))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                "prairie: Data set 'corners': there is no key 'sede' here;"
                    + " did you mean 'seed'?\n"));
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, FakePlugins.installation(() -> {}), arguments);
  }
}
