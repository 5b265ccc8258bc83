package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

  private static final Path LAUNCHER = Launched.HOME.resolve("bin").resolve("prairie");
  private static final Launched VERSION =
      new Launched(0, "prairie " + System.getProperty("prairie.version") + "\n", "");

  /** A line of {@code -XX:+PrintCompilation}: time, number, flags, level, method. */
  private static final Pattern KERNEL =
      Pattern.compile("(?m)^ *\\d+ +\\d+ [%sbn! ]+(\\d) +[\\w.]+\\.GeneratedKernel\\S+::run ");

  @TempDir private Path folder;

  @Test
  void printsTheVersionAndNothingElse() throws IOException, InterruptedException {
    assertThat(Launched.run(folder, LAUNCHER, "--version")).isEqualTo(VERSION);
  }

  @Test
  void startsThroughALinkToAFolderWithBlanksInItsName() throws IOException, InterruptedException {
    Path home = folder.resolve("a launch folder");
    CopiedFolder.copy(Launched.HOME, home);
    Path link = folder.resolve("prairie");
    Files.createSymbolicLink(link, Path.of("a launch folder", "bin", "prairie"));
    assertThat(Launched.run(folder, link, "--version")).isEqualTo(VERSION);
  }

  /** What the first compiler makes of them is slow, and takes time to make. */
  @Test
  void kernelsAreLeftToTheSecondCompiler() throws IOException, InterruptedException {
    Bare run =
        Bare.run(
            folder,
            LAUNCHER,
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PRAIRIE_JAVA_OPTS",
                "-XX:+DisplayVMOutput -XX:+PrintCompilation"),
            "engines bench --engine vector --workload w1 --warmup 1 --runs 1".split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(KERNEL.matcher(run.output()).results().map(line -> line.group(1)))
        .isNotEmpty()
        .containsOnly("4");
  }
}
