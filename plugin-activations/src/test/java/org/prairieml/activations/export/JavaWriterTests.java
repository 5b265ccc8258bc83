package org.prairieml.activations.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.fixtures.RelativeError;

class JavaWriterTests {

  @TempDir Path folder;

  @Test
  void everyFunctionAndSlopeCompilesAndAgrees() throws Exception {
    List<Exported> all = Exported.all("java", 1).toList();
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", folder.toString()));
    for (int i = 0; i < all.size(); i++) {
      Path file = Files.createDirectory(folder.resolve("p" + i)).resolve("F.java");
      Files.writeString(file, "package p" + i + ";\n\n" + all.get(i).code());
      arguments.add(file.toString());
    }
    StringWriter messages = new StringWriter();
    PrintWriter printer = new PrintWriter(messages);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(printer, printer, arguments.toArray(String[]::new));
    assertThat(code).as(messages.toString()).isZero();

    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (int i = 0; i < all.size(); i++) {
        assertAgrees(all.get(i), loader.loadClass("p" + i + ".F"));
      }
    }
  }

  private static void assertAgrees(Exported exported, Class<?> code) throws Exception {
    double[] expected = exported.expected();
    for (int i = 0; i < expected.length; i++) {
      double found =
          (double) code.getMethod("apply", double.class).invoke(null, Exported.POINTS[i]);
      assertThat(RelativeError.of(found, expected[i]))
          .as("%s at %s: %s, expected %s", exported, Exported.POINTS[i], found, expected[i])
          .isLessThanOrEqualTo(Exported.TOLERANCE);
    }
  }
}
