package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.network.Activation;

/** A plug-in that is closed leaves no class behind. */
class UnloadingTests {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void collectsTheLoaderOfAModule() throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    new JarMaker(folder)
        .make(
            plugins.resolve("demo.jar"),
            TestPlugins.manifest("demo", "1.0.0"),
            TestPlugins.module("wobble"));

    requireCollected(plugins);
  }

  @Test
  void collectsTheLoaderOfJarsThatAreNoModules() throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Path jar =
        new JarMaker(folder)
            .make(
                folder.resolve("demo.jar"),
                "X: y\n",
                Map.of("demo/Wobble.java", TestPlugins.activation("demo", "", "\"wobble\"")));
    JarEdit.of(jar)
        .plugin("demo", "1.0.0")
        .put("META-INF/services/" + Activation.class.getName(), "demo.Wobble\n")
        .write(plugins.resolve("demo.jar"));

    requireCollected(plugins);
  }

  private static void requireCollected(Path plugins) throws Exception {
    try (ServiceRegistry registry = new ServiceRegistry(TestPlugins.installation(plugins))) {
      WeakReference<ClassLoader> loader = loader(registry);
      assertThat(isCollected(loader, Duration.ofMillis(300))).as("while it is in use").isFalse();

      assertThat(registry.unload("demo", "1.0.0")).isTrue();

      assertThat(registry.all(Activation.class)).isEmpty();
      assertThat(isCollected(loader, PATIENCE)).as("after it was closed").isTrue();
      assertThat(registry.unload("demo", "1.0.0")).isFalse();
    }
  }

  /** In a method of its own, so that no local variable holds on to the service. */
  private static WeakReference<ClassLoader> loader(ServiceRegistry registry) {
    return new WeakReference<>(
        registry.find(Activation.class, "wobble").getClass().getClassLoader());
  }

  private static boolean isCollected(WeakReference<?> reference, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (reference.get() != null && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(20);
    }
    return reference.get() == null;
  }
}
