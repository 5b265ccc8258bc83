package org.prairieml.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of Maven, offline.
 *
 * @param exitCode its exit code
 * @param log what it printed
 */
record MavenRun(int exitCode, String log) {

  /** Runs Maven on a project that uses what this build has just made. */
  static MavenRun of(Path project, String... arguments) throws IOException, InterruptedException {
    // Not in a temporary folder of JUnit's, which would warn of every link.
    Path repository = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "repository");
    LocalRepository.create(repository);
    Path log = repository.resolve("log.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("maven.program"),
                "-B",
                "-o",
                "-Dmaven.repo.local=" + repository));
    command.addAll(List.of(arguments));
    int exitCode =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    return new MavenRun(exitCode, Files.readString(log));
  }
}
