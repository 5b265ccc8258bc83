package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.network.Activation;

/** A folder with many plug-ins. */
class ManyPluginsTests {

  private static final int PLUGINS = 200;
  private static final int ATTEMPTS = 5;
  private static final Duration MOST = Duration.ofSeconds(2);

  @TempDir private Path folder;

  /** The fastest of a few attempts counts, since other work on the machine only ever adds time. */
  @Test
  void loadsWithinTwoSeconds() throws IOException {
    Path plugins = makePlugins();

    assertThat(IntStream.range(0, ATTEMPTS).mapToObj(i -> load(plugins)).min(Duration::compareTo))
        .hasValueSatisfying(fastest -> assertThat(fastest).isLessThan(MOST));
  }

  private static Duration load(Path plugins) {
    long start = System.nanoTime();
    try (ServiceRegistry registry = new ServiceRegistry(TestPlugins.installation(plugins))) {
      registry.loadAll();
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      assertThat(registry.broken()).isEmpty();
      assertThat(registry.offers(Activation.class)).hasSize(PLUGINS);
      return time;
    }
  }

  /** One class under many ids and names: it takes its name from a file in its jar. */
  private Path makePlugins() throws IOException {
    String name =
        """
        private static String readName() {
          try (var in = Wobble.class.getResourceAsStream("name.txt")) {
            return new String(in.readAllBytes());
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
        """;
    Map<String, String> sources = new TreeMap<>(TestPlugins.module(""));
    sources.put("demo/Wobble.java", TestPlugins.activation("demo", name, "readName()"));
    Path jar = new JarMaker(folder).make(folder.resolve("demo.jar"), "X: y\n", sources);
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    for (int i = 0; i < PLUGINS; i++) {
      JarEdit.of(jar)
          .plugin("plugin-" + i, "1.0.0")
          .put("demo/name.txt", "wobble-" + i)
          .write(plugins.resolve("plugin-" + i + ".jar"));
    }
    return plugins;
  }
}
