package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Layer;

/** Real jars, compiled here, in a real folder of plug-ins. */
class InstallationTests {

  private static final String MANIFEST = TestPlugins.manifest("demo", "2.1.0");

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
    jars.make(plugins.resolve("demo.jar"), MANIFEST, TestPlugins.module("wobble"));

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
    jars.make(plugins.resolve("demo.jar"), MANIFEST, TestPlugins.module("", constructor, "wobble"));

    assertThat(registry().broken()).isEmpty();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void keepsPluginsApartThatShareClassNames() throws IOException {
    jars.make(
        plugins.resolve("a.jar"), TestPlugins.manifest("a", "1.0.0"), TestPlugins.module("wobble"));
    jars.make(
        plugins.resolve("b.jar"), TestPlugins.manifest("b", "1.0.0"), TestPlugins.module("wiggle"));

    assertThat(registry().all(Activation.class))
        .extracting(Activation::name)
        .containsExactly("wiggle", "wobble");
  }

  @Test
  void loadsAPluginOfOlderApiThatSaysItWorksWithLaterOnes() throws IOException {
    Path jar = jars.make(plugins.resolve("demo.jar"), MANIFEST, TestPlugins.module("wobble"));

    assertThat(problemsFor(jar, "Prairie-Api: [1.0,2)")).as("API 1.1.0").isEmpty();
    assertThat(problemsFor(jar, "Prairie-Api: [1.0,1.1)"))
        .containsExactly(
            "Plug-in 'demo.jar' is broken: it is built for API [1.0,1.1), and this is API 1.1.0."
                + " Install a build of 'demo' for API 1.1.0.");
  }

  private List<String> problemsFor(Path jar, String api) throws IOException {
    JarEdit.of(jar)
        .manifest("Prairie-Plugin: demo\nPrairie-Version: 1.0.0\n" + api + "\n")
        .write(jar);
    return TestPlugins.broken(registry());
  }

  @Test
  void isPrairieAloneWhereThereIsNoFolder() {
    assertThat(TestPlugins.installation(folder.resolve("nowhere")).sources())
        .extracting(ServiceSource::plugin)
        .containsExactly(PluginInfo.BUILT_IN);
  }

  @Test
  void tellsAListenerOfEveryStep() throws IOException {
    jars.make(plugins.resolve("demo.jar"), MANIFEST, TestPlugins.module("wobble"));
    Files.writeString(plugins.resolve("note.jar"), "buy milk");
    PluginInfo demo = new PluginInfo("demo", "2.1.0", "demo.jar");
    List<PluginEvent> events = new ArrayList<>();

    ServiceRegistry registry =
        new ServiceRegistry(TestPlugins.installation(plugins, events::add), events::add);
    assertThat(events)
        .satisfiesExactly(
            event -> assertThat(event).isEqualTo(new PluginEvent.Loaded(demo)),
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        PluginEvent.Failed.class,
                        failed -> assertThat(failed.file()).isEqualTo("note.jar")));

    events.clear();
    registry.all(Layer.class);
    assertThat(events).as("it has no layers").isEmpty();
    registry.all(Activation.class);
    assertThat(events).containsExactly(new PluginEvent.Ready(demo));
    registry.close();
    assertThat(events).endsWith(new PluginEvent.Closed(demo));
  }

  private ServiceRegistry registry() {
    return new ServiceRegistry(TestPlugins.installation(plugins));
  }
}
