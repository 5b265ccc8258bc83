package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in of the guide "Write an activation", as a reader would make it from the text. */
class GuideIT {

  private static final Path GUIDE =
      Path.of("..", "docs", "guides", "write-an-activation.md").toAbsolutePath();
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^    (Prairie-\\w+): (.*)$");

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void dropTheJarIntoADistribution() throws IOException {
    home = folder.resolve("prairie");
    CopiedFolder.copy(Launched.HOME, home);
    Path classes = compile(blocks());
    jar(classes, home.resolve("plugins").resolve("bent.jar"));
  }

  @Test
  void isListedWithItsOptionsAndItsPlugin() throws IOException, InterruptedException {
    Launched shown = prairie("activations", "show", "softened-line");
    assertThat(shown.exitCode()).as(shown.errors()).isZero();
    assertThat(shown.output()).contains("curvature", "bent", "1.0.0");
  }

  @Test
  void trainsInAnExperiment() throws IOException, InterruptedException {
    Launched run =
        prairie(
            "run",
            "mnist1d-mlp",
            "--quiet",
            "--set",
            "network.activation1.function={name: softened-line, curvature: 0.5}",
            "--set",
            "trainer.epochs=1",
            "--set",
            "networks=1");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("test_accuracy");
  }

  private Launched prairie(String... arguments) throws IOException, InterruptedException {
    return Launched.run(folder, home.resolve("bin").resolve("prairie"), arguments);
  }

  private static List<String> blocks() throws IOException {
    return JAVA.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)).toList();
  }

  /** The class first, the module descriptor second, as the guide has them. */
  private Path compile(List<String> blocks) throws IOException {
    assertThat(blocks).hasSize(2);
    Path source = folder.resolve("source").resolve("com/example/bent/SoftenedLine.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, blocks.get(0));
    Path descriptor = folder.resolve("source").resolve("module-info.java");
    Files.writeString(descriptor, blocks.get(1));
    Path classes = folder.resolve("classes");
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-p",
                Launched.HOME.resolve("lib").toString(),
                "-d",
                classes.toString(),
                source.toString(),
                descriptor.toString());
    assertThat(failures).isZero();
    return classes;
  }

  private static void jar(Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    for (MatchResult line : ATTRIBUTE.matcher(Files.readString(GUIDE)).results().toList()) {
      manifest.getMainAttributes().putValue(line.group(1), line.group(2));
    }
    assertThat(manifest.getMainAttributes()).hasSize(4);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path path : files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}
