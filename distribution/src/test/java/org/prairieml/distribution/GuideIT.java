package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in of the guide "Write an activation", as a reader would make it from the text. */
class GuideIT {

  private static final Path GUIDE = Path.of("..", "docs", "guides", "write-an-activation.md");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^    (Prairie-\\w+): (.*)$");

  @TempDir private static Path folder;
  private static PrairieCopy copy;

  /** The guide has the class first, the module descriptor second. */
  @BeforeAll
  static void dropTheJarIn() throws IOException {
    String guide = Files.readString(GUIDE);
    List<String> blocks = JAVA.matcher(guide).results().map(found -> found.group(1)).toList();
    assertThat(blocks).hasSize(2);
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("SoftenedLine.java"), blocks.get(0));
    Files.writeString(sources.resolve("module-info.java"), blocks.get(1));
    Map<String, String> manifest =
        ATTRIBUTE
            .matcher(guide)
            .results()
            .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    assertThat(manifest).hasSize(3);
    copy = PrairieCopy.in(folder);
    Path jar = folder.resolve("bent.jar");
    PluginJar.make(jar, copy.home().resolve("lib"), sources, manifest);
    Files.move(jar, copy.plugin("bent.jar"));
  }

  @Test
  void isListedWithItsOptionsAndItsPlugin() throws IOException, InterruptedException {
    copy.assertShowsTheExample();
  }

  @Test
  void trainsInAnExperiment() throws IOException, InterruptedException {
    copy.assertTrains("{name: softened-line, curvature: 0.5}");
  }
}
