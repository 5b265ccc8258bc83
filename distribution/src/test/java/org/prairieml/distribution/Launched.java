package org.prairieml.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the assembled launcher, from its start to its end, without what Java itself says. */
record Launched(int exitCode, String output, String errors) {

  /** The launch folder that the build has assembled. */
  static final Path HOME = Path.of(System.getProperty("prairie.home"));

  /** What Java itself prints where the vector module is there; see docs/guides/engines.md. */
  private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector\n";

  /** Runs {@code launcher} with {@code folder} as its working directory. */
  static Launched run(Path folder, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("prairie", ".out");
    Path errors = Files.createTempFile("prairie", ".err");
    try {
      int exitCode =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start()
              .waitFor();
      String said = Files.readString(errors);
      String own = said.startsWith(WARNING) ? said.substring(WARNING.length()) : said;
      return new Launched(exitCode, Files.readString(output), own);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
