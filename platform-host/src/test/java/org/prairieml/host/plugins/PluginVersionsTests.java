package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Layer;

/** Several versions of one plug-in, and plug-ins that need others. */
class PluginVersionsTests {

  @TempDir private Path folder;
  private Path plugins;
  private Path jar;

  @BeforeEach
  void compile() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    jar =
        new JarMaker(folder)
            .make(folder.resolve("demo.jar"), "X: y\n", TestPlugins.module("wobble"));
  }

  @Test
  void takesTheHighestVersionUnlessAnotherIsNamed() throws IOException {
    install("demo", "1.9.0", "");
    install("demo", "1.10.0", "");
    install("demo", "1.10.1-rc.1", "");

    ServiceRegistry registry = registry();

    assertThat(version(registry, "wobble")).isEqualTo("1.10.1-rc.1");
    assertThat(version(registry, "wobble@1.10.0")).isEqualTo("1.10.0");
    assertThat(version(registry, "wobble@1.9")).isEqualTo("1.9.0");
    assertThat(version(registry, "wobble@1")).isEqualTo("1.10.1-rc.1");
    assertThat(registry.offers(Activation.class))
        .extracting(Offer::reference)
        .containsExactly("wobble@1.10.1-rc.1", "wobble@1.10.0", "wobble@1.9.0");
    assertThat(registry.broken()).isEmpty();
  }

  @Test
  void saysWhichVersionsThereAre() throws IOException {
    install("demo", "1.0.0", "");
    install("demo", "1.5.0", "");

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry().find(Activation.class, "wobble@2.0.0"))
        .withMessage("There is no version 2.0.0 of the activation 'wobble'; there is 1.5.0, 1.0.0.")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.BAD_INPUT);
  }

  @Test
  void blamesTheVersionThatIsBroken() throws IOException {
    install("demo", "1.0.0", "");
    JarEdit.of(jar)
        .plugin("demo", "2.0.0")
        .remove("demo/Wobble.class")
        .write(plugins.resolve("x.jar"));

    assertThat(version(registry(), "wobble")).isEqualTo("1.0.0");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry().find(Activation.class, "wobble@2"))
        .withMessageContaining("Plug-in 'x.jar' is broken")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.PLUGIN);
  }

  @Test
  void namesPrairiesOwnServicesWithItsVersion() {
    assertThat(registry().find(Layer.class, "dense@" + PluginInfo.BUILT_IN.version())).isNotNull();
  }

  @Test
  void keepsTheFirstOfTwoFilesWithOneVersion() throws IOException {
    install("demo", "1.0.0", "");
    Files.copy(plugins.resolve("demo-1.0.0.jar"), plugins.resolve("zcopy.jar"));

    assertThat(TestPlugins.broken(registry()))
        .containsExactly(
            "Plug-in 'zcopy.jar' is broken: demo@1.0.0 is there already, in 'demo-1.0.0.jar'."
                + " Remove one of the two.");
  }

  @Test
  void acceptsAPluginWhoseRequirementsAreThere() throws IOException {
    install("base", "1.2.0", "");
    install("top", "1.0.0", "base [1.0,2), prairie");

    assertThat(registry().broken()).isEmpty();
  }

  @Test
  void refusesAPluginWithoutWhatItNeedsAndThoseThatNeedIt() throws IOException {
    install("base", "1.2.0", "");
    install("top", "1.0.0", "base [2,3)");
    install("upon", "1.0.0", "top");
    install("lone", "1.0.0", "nowhere");

    assertThat(registry().broken())
        .extracting(broken -> broken.file() + ": " + broken.problem().reason())
        .containsExactly(
            "lone-1.0.0.jar: it needs the plug-in nowhere, which is not installed",
            "top-1.0.0.jar: it needs the plug-in base [2,3), and there is base@1.2.0",
            "upon-1.0.0.jar: it needs the plug-in top, top@1.0.0 being broken");
  }

  @Test
  void letsPluginsNeedEachOther() throws IOException {
    install("chicken", "1.0.0", "egg");
    install("egg", "1.0.0", "chicken [1,2)");

    assertThat(registry().broken()).isEmpty();
  }

  @Test
  void givesANameToTheFirstPluginByIdWhateverTheFilesAreCalled() throws IOException {
    JarEdit.of(jar).plugin("b", "9.0.0").write(plugins.resolve("a.jar"));
    JarEdit.of(jar).plugin("a", "1.0.0").write(plugins.resolve("b.jar"));

    ServiceRegistry registry = registry();

    assertThat(registry.origin(registry.find(Activation.class, "wobble")).id()).isEqualTo("a");
    assertThat(TestPlugins.broken(registry))
        .containsExactly(
            "Plug-in 'a.jar' is broken: it offers the activation 'wobble', which is already there"
                + " from a 1.0.0. Write 'b:wobble' where it is meant, or remove one of the two"
                + " plug-ins.");
  }

  @Test
  void reachesTheOtherPluginsOfANameByTheirIds() throws IOException {
    install("a", "1.0.0", "");
    install("b", "2.0.0", "");
    install("b", "1.5.0", "");

    ServiceRegistry registry = registry();

    assertThat(version(registry, "wobble")).isEqualTo("1.0.0");
    assertThat(version(registry, "a:wobble")).isEqualTo("1.0.0");
    assertThat(version(registry, "b:wobble")).isEqualTo("2.0.0");
    assertThat(version(registry, "b:wobble@1")).isEqualTo("1.5.0");
    assertThat(registry.offersByReference(Activation.class).keySet())
        .containsExactly("wobble", "b:wobble", "b:wobble@1.5.0");
    assertThat(registry.all(Activation.class)).hasSize(1);
  }

  @Test
  void saysWhichPluginsHaveAName() throws IOException {
    install("a", "1.0.0", "");
    install("b", "2.0.0", "");

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry().find(Activation.class, "c:wobble"))
        .withMessage(
            "The plug-in 'c' has no activation 'wobble'; there is one from a 1.0.0, b 2.0.0.")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.BAD_INPUT);
  }

  @Test
  void blamesThePluginThatWasNamedIfItIsBroken() throws IOException {
    install("a", "1.0.0", "");
    JarEdit.of(jar)
        .plugin("b", "2.0.0")
        .remove("demo/Wobble.class")
        .write(plugins.resolve("x.jar"));

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> registry().find(Activation.class, "b:wobble"))
        .withMessageContaining("Plug-in 'x.jar' is broken")
        .extracting(PrairieException::fault)
        .isEqualTo(PrairieException.Fault.PLUGIN);
  }

  private void install(String id, String version, String requires) throws IOException {
    String more = requires.isEmpty() ? "" : "Prairie-Requires: " + requires + "\n";
    JarEdit.of(jar)
        .manifest(TestPlugins.manifest(id, version) + more)
        .write(plugins.resolve(id + "-" + version + ".jar"));
  }

  private static String version(ServiceRegistry registry, String reference) {
    return registry.origin(registry.find(Activation.class, reference)).version();
  }

  private ServiceRegistry registry() {
    return new ServiceRegistry(TestPlugins.installation(plugins));
  }
}
