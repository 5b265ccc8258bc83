package org.prairieml.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;

class RunFolderTests {

  private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 4, 5, 6, 7);

  @TempDir private Path folder;

  @Test
  void isNamedByExperimentAndTimeAndANumberWhereThatIsTaken() {
    Path runs = folder.resolve("runs");

    assertThat(RunFolder.in(runs, "ldnn", TIME).path())
        .isEqualTo(runs.resolve("ldnn-20260304-050607"));
    assertThat(RunFolder.in(runs, "ldnn", TIME).path())
        .isEqualTo(runs.resolve("ldnn-20260304-050607-2"));
    assertThat(RunFolder.in(runs, "ldnn", TIME).path())
        .isEqualTo(runs.resolve("ldnn-20260304-050607-3"));
  }

  @Test
  void isExactlyWhereItIsAskedFor() throws IOException {
    Path out = folder.resolve("a/b");
    assertThat(RunFolder.at(out).path()).isEqualTo(out).isEmptyDirectory();

    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(RunFolder.at(empty).path()).isEqualTo(empty);
  }

  @Test
  void isNeverPutIntoAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("precious.txt"), "x");

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> RunFolder.at(folder))
        .withMessage("Run folder '%s' is not empty; name another with --out, or remove it.", folder)
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.BAD_INPUT);
  }

  @Test
  void saysWhyItCannotBeCreated() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> RunFolder.at(file))
        .withMessage(
            "Run folder '%s': cannot be created (a file of this name is in the way).", file);
  }

  @Test
  void writesFilesWholeAndLeavesNothingElse() throws IOException {
    RunFolder run = RunFolder.at(folder.resolve("run"));

    run.writeText("result.json", "{}\n");
    run.writeText("result.json", "{\"ä\": 1}\n");
    run.write("figures/a.png", new byte[] {1, 2});

    assertThat(run.path().resolve("result.json")).hasContent("{\"ä\": 1}\n");
    assertThat(run.path().resolve("figures/a.png")).hasBinaryContent(new byte[] {1, 2});
    assertThat(files(run.path())).containsExactly("figures", "figures/a.png", "result.json");
  }

  @Test
  void isRemovedWhereNothingCameOfTheRun() {
    RunFolder run = RunFolder.at(folder.resolve("run"));
    run.writeText(RunFolder.EXPERIMENT, "seed: 1\n");

    run.removeIfBarren();

    assertThat(run.path()).doesNotExist();
  }

  @Test
  void isKeptWhereThereIsSomethingInIt() {
    RunFolder run = RunFolder.at(folder.resolve("run"));
    run.writeText(RunFolder.EXPERIMENT, "seed: 1\n");
    run.writeText("metrics.csv", "x\n");

    run.removeIfBarren();

    assertThat(run.path().resolve(RunFolder.EXPERIMENT)).exists();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
