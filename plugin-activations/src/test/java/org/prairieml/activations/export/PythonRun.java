package org.prairieml.activations.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs exported Python code with whichever interpreter on the path has the framework. */
final class PythonRun {

  private PythonRun() {}

  /** Returns an interpreter that can import modules, or skips the test. */
  static Path interpreter(String... modules) throws IOException, InterruptedException {
    String statement = "import " + String.join(", ", modules);
    for (Path candidate : candidates().toList()) {
      int code =
          process(candidate, "-c", statement)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (code == 0) {
        return candidate;
      }
    }
    return Assumptions.abort("needs a python3 on the path that can " + statement);
  }

  /** Keras looks for TensorFlow unless it is told otherwise. */
  private static ProcessBuilder process(Path interpreter, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(interpreter.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("KERAS_BACKEND", "jax");
    return builder;
  }

  private static Stream<Path> candidates() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(":"))
        .map(folder -> Path.of(folder).resolve("python3"))
        .filter(Files::isExecutable);
  }

  /**
   * Evaluates functions in one process.
   *
   * @param setup Python that defines {@code values(i)}, what the function in the file {@code
   *     f<i>.py} gives for {@code POINTS}
   * @return for each function its values at {@link Exported#POINTS}
   */
  static List<double[]> values(Path interpreter, Path folder, List<Exported> all, String setup)
      throws IOException, InterruptedException {
    for (int i = 0; i < all.size(); i++) {
      Files.writeString(folder.resolve("f" + i + ".py"), all.get(i).code() + "\n");
    }
    String driver =
        """
        import importlib
        import sys
        sys.dont_write_bytecode = True
        POINTS = %s
        %s
        for i in range(%d):
            print(*[float(v).hex() for v in values(i)])
        """
            .formatted(Arrays.toString(Exported.POINTS).replace("E", "e"), setup, all.size());
    Path file = Files.writeString(folder.resolve("driver.py"), driver);
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    int code =
        process(interpreter, "-W", "ignore", file.toString())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new AssertionError(Files.readString(errors));
    }
    List<double[]> values = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      values.add(Arrays.stream(line.split(" ")).mapToDouble(PythonRun::number).toArray());
    }
    return values;
  }

  private static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
