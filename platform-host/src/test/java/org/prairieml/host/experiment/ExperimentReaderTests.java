package org.prairieml.host.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.host.plugins.FakeDataset;
import org.prairieml.host.plugins.FakePlugins;
import org.prairieml.host.plugins.PluginInfo;

class ExperimentReaderTests {

  private static final String CORNERS =
      """
      data: corners
      network:
      - kind: dense
        units: 3
      - kind: activation
        id: hidden
        function: relu
      - kind: dense
        units: 2
      trainer:
        name: supervised
        steps: 5
      """;

  @TempDir private Path folder;
  private Path file;
  private ExperimentReader reader;

  @BeforeEach
  void shipOneExperiment() throws IOException {
    Path shipped = Files.createDirectory(folder.resolve("experiments"));
    Files.writeString(shipped.resolve("corners-mlp.yaml"), CORNERS);
    file = folder.resolve("mine.yaml");
    reader = new ExperimentReader(FakePlugins.registry(), new ShippedExperiments(shipped));
  }

  @Test
  void readsAFileAndFillsInDefaults() {
    Experiment experiment = read(CORNERS);

    assertThat(experiment.name()).isEqualTo("mine");
    assertThat(experiment.task()).isEqualTo(ExperimentSchema.Task.TRAIN);
    assertThat(experiment.options().get(ExperimentSchema.SEED)).isEqualTo(1);
    assertThat(experiment.options().get(ExperimentSchema.DATA).service())
        .isInstanceOf(FakeDataset.class);
    assertThat(experiment.plugins())
        .containsExactly(PluginInfo.BUILT_IN, new PluginInfo("fakes", "1.0.0", "fakes.jar"));
  }

  @Test
  void readsAShippedExperimentByItsName() {
    assertThat(reader.read("corners-mlp", List.of()).name()).isEqualTo("corners-mlp");
  }

  @Test
  void isCalledAsItsFileUnlessItSaysOtherwise() {
    assertThat(read(CORNERS).name()).isEqualTo("mine");
    assertThat(read(CORNERS, "name=other").name()).isEqualTo("other");
    assertThatThrownBy(() -> read(CORNERS, "name=../other"))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("beginning with a letter or digit, found '../other'");
  }

  @Test
  void putsSettingsOverTheFile() {
    Experiment experiment =
        read(
            CORNERS,
            "seed=9",
            "data.seed=3",
            "trainer.steps=7",
            "trainer.rate=1e-3",
            "network[0].units=50",
            "network.2.bias=false",
            "network.hidden.function.slope=2",
            "network.dense2.units=4");

    assertThat(YamlReader.read(experiment.toYaml(), "resolved"))
        .hasToString(
            "{name=mine, description=, task=train, seed=9, engine={name=reference},"
                + " precision=float64, threads=0, data={name=corners, seed=3}, network=[{id=dense1,"
                + " inputs=[input], kind=dense, units=50, bias=true}, {id=hidden, inputs=[dense1],"
                + " kind=activation, function={name=relu, slope=2.0}, kinds=[]}, {id=dense2,"
                + " inputs=[hidden], kind=dense, units=4, bias=false}], trainer={name=supervised,"
                + " steps=7, rate=0.001}, networks=1}");
  }

  @Test
  void takesAValueFromAFileOfItsOwnAndKeepsTheValue() throws IOException {
    Path learned = folder.resolve("neurons.kind1.yaml");
    Files.writeString(learned, "name: relu\nslope: 0.25\n");

    Experiment experiment = read(CORNERS, "network.hidden.function=file:" + learned);

    assertThat(experiment.toYaml()).doesNotContain("file:");
    assertThat(YamlReader.read(experiment.toYaml(), "resolved").toString())
        .contains("function={name=relu, slope=0.25}");
  }

  @Test
  void namesAFileOfAValueThatIsNotThere() {
    assertThatThrownBy(() -> read(CORNERS, "network.hidden.function=file:nowhere.yaml"))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("nowhere.yaml: cannot be read");
  }

  @Test
  void takesADefaultWhereASettingIsEmpty() {
    Experiment experiment = read(CORNERS + "seed: 4\n", "seed=");

    assertThat(experiment.options().get(ExperimentSchema.SEED)).isEqualTo(1);
  }

  @Test
  void givesALayerNamedByItsKindAloneOptions() {
    assertThat(read("data: corners\nnetwork: [dense]\n", "network[0].units=2").toYaml())
        .contains("kind: dense\n  units: 2\n");
  }

  @Test
  void writesTheResolvedExperimentSoThatItReadsBackTheSame() {
    Experiment experiment = read(CORNERS, "description='Über \"x\": # y'", "data.seed=3");

    Experiment again = read(experiment.toYaml());

    assertThat(again.options()).isEqualTo(experiment.options());
    assertThat(again.toYaml()).isEqualTo(experiment.toYaml());
    assertThat(again.toYaml())
        .startsWith(
            "# Experiment 'mine' with every default written out;"
                + " 'prairie run <this file>' runs it again.\n"
                + "# Made by "
                + PluginInfo.BUILT_IN
                + ", fakes 1.0.0.\n");
  }

  @Test
  void namesTheNearestKey() {
    assertThatProblem(CORNERS.replace("steps:", "stpes:"))
        .withMessage(file + ", at 'trainer': there is no key 'stpes' here; did you mean 'steps'?");
    assertThatProblem(CORNERS + "sede: 3\n")
        .withMessage(file + ": there is no key 'sede' here; did you mean 'seed'?");
  }

  @Test
  void saysWhatAValueOfTheWrongTypeShouldBe() {
    assertThatProblem(CORNERS.replace("steps: 5", "steps: many"))
        .withMessage(
            file + ", at 'trainer.steps': expected a whole number from 1 to 100, found 'many'.");
    assertThatProblem(CORNERS.replace("steps: 5", "steps: 0"))
        .withMessage(
            file + ", at 'trainer.steps': expected a whole number from 1 to 100, found 0.");
    assertThatProblem(CORNERS + "task: trian\n")
        .withMessage(file + ", at 'task': there is no choice 'trian'; did you mean 'train'?");
  }

  @Test
  void namesTheNearestService() {
    assertThatProblem(CORNERS.replace("corners", "corner"))
        .withMessageStartingWith(file + ", at 'data': ")
        .withMessageContaining("did you mean 'corners'?");
  }

  @Test
  void saysThatARequiredKeyIsMissing() {
    assertThatProblem("network: [dense]\n")
        .withMessage(file + ": the key 'data' is missing: a dataset source.");
  }

  @Test
  void tellsLineAndColumnOfWhatIsNotYaml() {
    assertThatProblem("data: corners\nnetwork: [dense\nseed: 3\n")
        .withMessage(file + ", line 3, column 5: expected ',' or ']', but got ':'.");
    assertThatProblem("data: corners\n\tseed: 3\n")
        .withMessageStartingWith(file + ", line 2, column 1: found character '\\t(TAB)'");
  }

  @Test
  void refusesAKeyThatIsGivenTwice() {
    assertThatProblem("data: corners\ndata: moons\n")
        .withMessage(file + ", line 2, column 1: found duplicate key data.");
  }

  @Test
  void refusesWhatIsNoMapOfKeys() {
    assertThatProblem("- data\n")
        .withMessage(file + ": expected keys with values, such as 'data: mnist1d'.");
    assertThatProblem("").withMessage(file + ": is empty.");
    assertThatProblem("# nothing\n").withMessage(file + ": is empty.");
  }

  @Test
  void refusesDataThatContainsItself() {
    assertThatProblem("data: &a [*a]\n").withMessage(file + ": is nested too deeply.");
  }

  @Test
  void refusesAFileThatIsNotText() throws IOException {
    Files.write(file, "description: Prärie\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> reader.read(file.toString(), List.of()))
        .withMessage(file + ": is not text in UTF-8.");
  }

  @Test
  void namesTheNearestShippedExperimentWhereThereIsNoFile() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> reader.read("corners-mpl", List.of()))
        .withMessage(
            "Experiment 'corners-mpl': the file does not exist, and no shipped experiment has this"
                + " name; did you mean 'corners-mlp'? 'prairie experiments' lists them.");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> reader.read(folder.toString(), List.of()))
        .withMessageContaining("the file is a folder");
  }

  @Test
  void blamesTheSettingThatIsAtFault() {
    assertThatProblem(CORNERS, "seed=2", "trainer.stpes=3", "data.seed=1")
        .withMessage(
            "--set trainer.stpes=3, at 'trainer':"
                + " there is no key 'stpes' here; did you mean 'steps'?");
    assertThatProblem(CORNERS, "seed=two")
        .withMessage("--set seed=two, at 'seed': expected a whole number, found 'two'.");
  }

  @Test
  void blamesTheFileWhereTheSettingsAreFine() {
    assertThatProblem(CORNERS + "sede: 3\n", "seed=2")
        .withMessageStartingWith(file + ": there is no key 'sede'");
  }

  @Test
  void refusesASettingThatLeadsNowhere() {
    assertThatProblem(CORNERS, "trainer.steps.x=3")
        .withMessage("--set trainer.steps.x=3: 'trainer.steps' is 5, which has no keys.");
    assertThatProblem(CORNERS, "network.hiden.function=relu")
        .withMessage(
            "--set network.hiden.function=relu:"
                + " 'network' has no layer 'hiden'; did you mean 'hidden'?");
    assertThatProblem(CORNERS + "networks: [1]\n", "networks[1]=3")
        .withMessage(
            "--set networks[1]=3: 'networks' is a list of 1, counted from 0; it has no '1'.");
  }

  private Experiment read(String text, String... settings) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return reader.read(file.toString(), Stream.of(settings).map(Setting::parse).toList());
  }

  private ThrowableAssertAlternative<PrairieException> assertThatProblem(
      String text, String... settings) {
    return assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> read(text, settings))
        .satisfies(
            problem -> assertThat(problem.fault()).isEqualTo(PrairieException.Fault.BAD_INPUT));
  }
}
