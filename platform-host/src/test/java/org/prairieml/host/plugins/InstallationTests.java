package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Layer;

/** Real jars, compiled here, in a real folder of plug-ins. */
class InstallationTests {

  private static final String MANIFEST = "Prairie-Plugin: demo\nPrairie-Version: 2.1.0\n";

  @TempDir private Path folder;
  private Path plugins;
  private JarMaker jars;

  @BeforeEach
  void makeFolders() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    jars = new JarMaker(Files.createDirectory(folder.resolve("work")));
  }

  @Test
  void findsTheServicesOfAJarInALayerOfItsOwn() throws IOException {
    jars.make(plugins.resolve("demo.jar"), MANIFEST, sources("demo", "", "wobble"));

    ServiceRegistry registry = registry();
    Activation wobble = registry.find(Activation.class, "wobble");

    assertThat(registry.origin(wobble)).isEqualTo(new PluginInfo("demo", "2.1.0", "demo.jar"));
    assertThat(wobble.getClass().getModule().getLayer()).isNotSameAs(ModuleLayer.boot());
    assertThat(registry.broken()).isEmpty();
  }

  @Test
  void givesConstructorsThePluginsOwnContextLoader() throws IOException {
    String constructor =
        """
        public Wobble() {
          if (Thread.currentThread().getContextClassLoader() != Wobble.class.getClassLoader()) {
            throw new IllegalStateException("wrong loader");
          }
        }
        """;
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    jars.make(plugins.resolve("demo.jar"), MANIFEST, sources("demo", constructor, "wobble"));

    assertThat(registry().broken()).isEmpty();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void keepsPluginsApartThatShareClassNames() throws IOException {
    jars.make(plugins.resolve("a.jar"), MANIFEST, sources("demo", "", "wobble"));
    jars.make(plugins.resolve("b.jar"), MANIFEST, sources("demo", "", "wiggle"));

    assertThat(registry().all(Activation.class))
        .extracting(Activation::name)
        .containsExactly("wiggle", "wobble");
  }

  @Test
  void takesIdAndVersionFromTheModuleWhereTheManifestIsSilent() throws IOException {
    jars.make(plugins.resolve("demo.jar"), "X: y\n", sources("demo", "", "wobble"));

    ServiceRegistry registry = registry();
    assertThat(registry.origin(registry.find(Activation.class, "wobble")))
        .isEqualTo(new PluginInfo("demo", "without version", "demo.jar"));
  }

  @Test
  void worksOnWithoutAFileThatIsNoJar() throws IOException {
    Files.writeString(plugins.resolve("half.jar"), "PK and then nothing");
    jars.make(plugins.resolve("whole.jar"), MANIFEST, sources("demo", "", "wobble"));

    ServiceRegistry registry = registry();

    assertThat(registry.find(Activation.class, "wobble")).isNotNull();
    assertThat(registry.broken())
        .singleElement()
        .hasToString(
            "Plug-in 'half.jar' is broken: it is not a readable jar"
                + " (zip END header not found).");
  }

  @Test
  void worksOnWithoutAPluginWhoseConstructorThrows() throws IOException {
    String constructor = "public Wobble() { throw new IllegalStateException(\"no license\"); }";
    jars.make(plugins.resolve("demo.jar"), MANIFEST, sources("demo", constructor, "wobble"));

    ServiceRegistry registry = registry();

    assertThat(registry.find(Layer.class, "dense")).isNotNull();
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry.find(Activation.class, "wobble"))
        .withMessageContaining("Plug-in 'demo.jar' is broken")
        .withMessageContaining("no license")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.PLUGIN);
  }

  @Test
  void saysOfALibraryThatItIsNoPlugin() throws IOException {
    jars.make(
        plugins.resolve("library.jar"),
        "X: y\n",
        Map.of("lib/Tool.java", "package lib; public class Tool {}"));

    assertThat(registry().broken())
        .containsExactly(
            new BrokenPlugin(
                "library.jar",
                "it has no module descriptor and META-INF/services names no service of Prairie"));
  }

  @Test
  void saysWhichModuleAPluginLacks() throws IOException {
    JarMaker elsewhere = new JarMaker(Files.createDirectory(folder.resolve("elsewhere")));
    Path library = folder.resolve("library.jar");
    elsewhere.make(
        library,
        "X: y\n",
        Map.of(
            "module-info.java", "module library { exports lib; }",
            "lib/Tool.java", "package lib; public class Tool {}"));
    Map<String, String> sources = sources("demo", "", "wobble");
    new JarMaker(folder.resolve("work"), library)
        .make(
            plugins.resolve("demo.jar"),
            MANIFEST,
            Map.of(
                "module-info.java",
                sources.get("module-info.java").replace("requires ", "requires library; requires "),
                "demo/Wobble.java",
                sources.get("demo/Wobble.java")));

    assertThat(registry().broken())
        .containsExactly(
            new BrokenPlugin("demo.jar", "Module library not found, required by demo"));
  }

  @Test
  void isPrairieAloneWhereThereIsNoFolder() {
    Installation installation = Installation.withPlugins(folder.resolve("nowhere"));

    assertThat(installation.sources())
        .extracting(ServiceSource::plugin)
        .containsExactly(PluginInfo.BUILT_IN);
  }

  private ServiceRegistry registry() {
    return new ServiceRegistry(Installation.withPlugins(plugins));
  }

  /** The sources of a plug-in with one activation. */
  private static Map<String, String> sources(String module, String constructor, String name) {
    return Map.of(
        "module-info.java",
        """
        module %s {
          requires org.prairieml.api;
          provides org.prairieml.api.network.Activation with demo.Wobble;
        }
        """
            .formatted(module),
        "demo/Wobble.java",
        """
        package demo;

        import org.prairieml.api.Options;
        import org.prairieml.api.network.Activation;
        import org.prairieml.api.network.ParameterScope;
        import org.prairieml.graph.Tensor;

        public final class Wobble implements Activation {
          %s
          public String name() { return "%s"; }
          public String summary() { return "Wobbles."; }
          public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
            return x.sin();
          }
        }
        """
            .formatted(constructor, name));
  }
}
