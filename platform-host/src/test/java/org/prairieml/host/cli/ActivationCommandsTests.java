package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.host.plugins.RealActivations;

/** The commands about activations, with the activations that Prairie comes with. */
class ActivationCommandsTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "eval", "plot", "compare", "distinct", "export"})
  void helpsWithAnExample(String command) {
    CommandRun run = run("activations", command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: prairie activations " + command).contains("Example");
  }

  @Test
  void listsThoseWithATag() {
    assertThat(run("activations", "list", "--tag", "learnable").out())
        .isEqualTo(
            """
            name  from               tags                        summary
            ----  -----------------  --------------------------  --------------------------------------------------------
            apl   activations 1.0.0  learnable piecewise-linear  max(0, x) + sum of a_s max(0, -x + b_s), a and b learned
            """);
  }

  @Test
  void listsThoseWithAllOfSeveralTags() {
    Object json =
        run("activations", "list", "--tag", "learnable", "--tag", "piecewise-linear", "--json")
            .json();

    assertThat(json)
        .isEqualTo(
            Map.of(
                "activations",
                List.of(
                    Map.of(
                        "name",
                        "apl",
                        "summary",
                        "max(0, x) + sum of a_s max(0, -x + b_s), a and b learned",
                        "plugin",
                        Map.of(
                            "id", "activations",
                            "version", "1.0.0",
                            "file", "activations.jar"),
                        "tags",
                        List.of("learnable", "piecewise-linear")))));
  }

  @Test
  void showsFormulaDerivativesParametersAndMoments() {
    assertThat(run("activations", "show", "relu(x) * scale with scale = 2").out())
        .startsWith(
            """
            f(x)   = scale * relu(x) with scale = 2
            f'(x)  = scale * (0 < x) with scale = 2
            f''(x) = 0
            parameters: scale (1)
            """)
        // 2 E max(0, x) = 2 / sqrt(2 pi), and 4 (1/2 - 1 / (2 pi)).
        .contains(
            "mean over standard normal x: 0.797885\n",
            "variance over standard normal x: 1.36338\n",
            "Lipschitz bound on [-5, 5]: 2.00000\nlargest slope found there: 2.00000\n");
  }

  @Test
  void showsANameWithItsOptionsAsJson() {
    assertThat(run("activations", "show", "pswish", "--json").json())
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .contains(
            entry("name", "pswish"),
            entry("formula", "x * sigmoid(beta * x)"),
            entry("tags", List.of("parametric")),
            entry(
                "parameters",
                List.of(
                    Map.of(
                        "name",
                        "beta",
                        "size",
                        1,
                        "initial",
                        Map.of("distribution", "constant", "value", 1.0)))))
        .containsKeys(
            "options",
            "derivatives",
            "gaussian_mean",
            "lipschitz",
            "steepest_slope",
            "nanoseconds");
  }

  @Test
  void evaluatesAsATable() {
    assertThat(run("activations", "eval", "x^3", "--at", "-1,2", "--derivatives", "3").out())
        .isEqualTo(
            """
            x^3
               x     f    df   d2f  d3f
            ----  ----  ----  ----  ---
            -1.0  -1.0   3.0  -6.0  6.0
             2.0   8.0  12.0  12.0  6.0
            """);
  }

  @Test
  void evaluatesAsJsonWithWhatIsNotFiniteAsText() {
    assertThat(
            run("activations", "eval", "1/x", "--at", "0,NaN,-Infinity", "--at", "2", "--json")
                .out())
        .isEqualTo(
            """
            {
              "expression": "reciprocal(x)",
              "x": [0.0, "NaN", "-Infinity", 2.0],
              "f": ["Infinity", "NaN", -0.0, 0.5],
              "df": ["-Infinity", "NaN", -0.0, -0.25],
              "d2f": ["Infinity", "NaN", -0.0, 0.25]
            }
            """);
  }

  @Test
  void evaluatesNoDerivativeIfNoneIsWanted() {
    assertThat(
            run("activations", "eval", "relu", "--at", "3", "--derivatives", "0", "--json").json())
        .isEqualTo(Map.of("expression", "relu(x)", "x", List.of(3.0), "f", List.of(3.0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval '' --at 1", "show ''", "plot ''", "export '' --to numpy"})
  void pointsAtAMistakeInAFormula(String command) {
    String[] arguments = ("activations " + command).split(" ");
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace("''", "x * sigmod(beta*x)");
    }

    assertThat(run(arguments))
        .isEqualTo(
            new CommandRun(
                3,
                "",
                """
                prairie: There is no operator 'sigmod'; did you mean 'sigmoid'?
                    x * sigmod(beta*x)
                        ^
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list --tag learnabel | 3 | No activation has the tag 'learnabel'; did you mean"
            + " 'learnable'?",
        "show pswsh | 3 | There is no activation 'pswsh'; did you mean 'pswish'?",
        "eval relu | 2 | Missing required option: '--at=X'. See 'prairie activations eval --help'.",
        "eval relu --at 1 --derivatives 9 | 2 | Invalid value for option '--derivatives':"
            + " expected 0 to 8, found '9'. See 'prairie activations eval --help'.",
        "plot relu --out a.gif | 3 | Figure 'a.gif': its name must end in .svg or .png.",
        "compare relu relo | 3 | There is no activation 'relo'; did you mean 'relu'?",
        "export relu --to numpi | 3 | There is no activation writer 'numpi'; did you mean 'numpy'?",
        "export relu --to numpy --name 2f | 2 | Option '--name' takes letters, digits and"
            + " underscores, no digit first, found '2f'. See 'prairie activations export --help'.",
      })
  void refusesWhatIsWrongInOneLine(String command, int exitCode, String message) {
    assertThat(run(("activations " + command).split(" ")))
        .isEqualTo(new CommandRun(exitCode, "", "prairie: " + message + "\n"));
  }

  @Test
  void drawsInTheTerminal() {
    List<String> lines = run("activations", "plot", "x", "--range", "-2,3").out().lines().toList();

    assertThat(lines).hasSize(22);
    assertThat(lines.getFirst()).isEqualTo("x");
    assertThat(lines.get(1)).startsWith(" 3.000 ┤");
    assertThat(lines.get(20)).startsWith("-2.000 ┤");
    assertThat(lines.getLast().strip()).startsWith("-2.000").endsWith("3.000");
  }

  @Test
  void drawsCurvesAndDerivativesAsJson() {
    Map<?, ?> json =
        (Map<?, ?>) run("activations", "plot", "x^2", "relu", "--derivatives", "--json").json();

    assertThat(((Map<?, ?>) json.get("curves")).keySet()).hasToString("[x^2, x^2', relu, relu']");
    assertThat((List<?>) json.get("x")).first().isEqualTo(-5.0);
  }

  @Test
  void writesAPicture() {
    Path file = folder.resolve("plot.svg");

    CommandRun run = run("activations", "plot", "swish", "mish", "--out", file.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "Written: " + file + "\n", ""));
    assertThat(file).content().contains("<svg", "swish");
  }

  @Test
  void findsEqualFunctionsByFormulaAndByBehavior() {
    assertThat(run("activations", "compare", "sigmoid(x) * x", "x * sigmoid(x)").out())
        .endsWith("same formula: yes\nsame behavior: yes\n");
    assertThat(run("activations", "compare", "max(x,0)", "(x + abs(x)) / 2").out())
        .endsWith("same formula: no\nsame behavior: yes\n");
  }

  @Test
  void measuresHowDifferentFunctionsAre() {
    Object json = run("activations", "compare", "relu", "relu(x) + 0.25", "--json").json();

    assertThat(json)
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("same_formula", false)
        .containsEntry("same_behavior", false)
        .containsEntry("different_values", 1000)
        .hasEntrySatisfying(
            "largest_difference",
            difference -> assertThat((double) difference).isEqualTo(0.25, within(1e-15)));
  }

  @Test
  void countsEveryBehaviorOnce() {
    CommandRun run =
        run("activations", "distinct", "--unary", "x,-x,relu", "--binary", "add,max", "--list");

    // Of 18: x + x, 0, x + relu; -x - x, relu - x (= max(0, -x)); relu + relu; x, |x|, relu, -x.
    assertThat(run.out())
        .startsWith("add(x, x)\n")
        .contains("functions: 18 (3 unary, 2 binary operators)\ndistinct bit for bit: 10\n");
    assertThat(run("activations", "distinct", "--binary", "plus").err())
        .contains("There is no binary operator 'plus'");
  }

  @Test
  void exportsCode() {
    assertThat(run("activations", "export", "x * sigmoid(beta*x)", "--to", "numpy").out())
        .isEqualTo(
            """
            from scipy import special


            def activation(x, beta=1.0):
                \"""x * sigmoid(beta * x)\"""
                return x * special.expit(beta * x)
            """);
    assertThat(run("activations", "export", "tanh", "--to", "prefix", "--json").json())
        .isEqualTo(Map.of("notation", "prefix", "name", "tanh", "text", "tanh(x)"));
  }

  @Test
  void exportsIntoAFile() {
    Path file = folder.resolve("f.tex");

    CommandRun run =
        run("activations", "export", "x / 2", "--to", "latex", "--out", file.toString());

    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    assertThat(file).content().contains("\\frac{x}{2}").endsWith("\n");
    assertThat(Files.exists(folder.resolve("f.tex.tmp"))).isFalse();
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, RealActivations.installation(), arguments);
  }
}
