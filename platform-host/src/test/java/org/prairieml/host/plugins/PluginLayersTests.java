package org.prairieml.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.network.Activation;

/** Plug-ins with libraries, as modules and not. */
class PluginLayersTests {

  private static final String SERVICES = "META-INF/services/" + Activation.class.getName();
  private static final String READ_LIBRARY =
      "private static final String NAME = \"from-\" + lib.Tool.name();";

  @TempDir private Path folder;
  private Path plugins;

  @BeforeEach
  void makeFolder() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
  }

  @Test
  void takesAJarWithoutModuleDescriptor() throws IOException {
    Path jar =
        compile(
            "demo.jar",
            Map.of("demo/Wobble.java", TestPlugins.activation("demo", "", "\"plain\"")));
    JarEdit.of(jar)
        .plugin("demo", "1.0.0")
        .put(SERVICES, "demo.Wobble # ours\n")
        .write(plugins.resolve("demo.jar"));

    ServiceRegistry registry = registry();

    Activation plain = registry.find(Activation.class, "plain");
    assertThat(plain.getClass().getModule().isNamed()).isFalse();
    assertThat(registry.origin(plain).id()).isEqualTo("demo");
    assertThat(registry.broken()).isEmpty();
  }

  @Test
  void keepsPrivateLibrariesInDifferentVersionsSideBySide() throws IOException {
    folderOfModules("one", "1");
    folderOfModules("two", "2");

    assertThat(registry().all(Activation.class))
        .extracting(Activation::name)
        .containsExactly("from-lib-1", "from-lib-2");
  }

  @Test
  void givesAModuleTheLibrariesBesideItThatAreNoModules() throws IOException {
    // One library without a name that could be a module's, one whose packages overlap with it.
    Path nameless = compile("library.jar", tool("plain", ""));
    Path into = Files.createDirectory(plugins.resolve("mixed"));
    Files.copy(nameless, into.resolve("1.2-3.jar"));
    JarEdit.of(nameless)
        .remove("lib/Tool.class")
        .put("lib/data.txt", "x")
        .write(into.resolve("more.jar"));
    Path main = moduleBeside("main.jar", nameless);
    JarEdit.of(main).plugin("mixed", "1.0.0").write(into.resolve("main.jar"));

    ServiceRegistry registry = registry();

    Activation found = registry.find(Activation.class, "from-lib-plain");
    assertThat(found.getClass().getModule().getName()).isEqualTo("demo");
    assertThat(registry.broken()).isEmpty();
  }

  @Test
  void takesAClassPathWithPackagesInSeveralJars() throws IOException {
    Path library = compile("library.jar", tool("split", ""));
    Path main =
        compile(
            "main.jar",
            Map.of(
                "lib/Wobble.java",
                TestPlugins.activation(
                    "lib", "private final String name = Tool.name();", "\"from-\" + name"),
                // what stands in for the library while this is compiled
                "lib/Tool.java",
                "package lib; public class Tool { public static String name() { return \"\"; } }"));
    Path into = Files.createDirectory(plugins.resolve("split"));
    Files.copy(library, into.resolve("library.jar"));
    JarEdit.of(main)
        .plugin("split", "1.0.0")
        .remove("lib/Tool.class")
        .put(SERVICES, "lib.Wobble\n")
        .write(into.resolve("main.jar"));

    assertThat(registry().all(Activation.class))
        .extracting(Activation::name)
        .containsExactly("from-lib-split");
  }

  @Test
  void hidesTheHostsLibrariesFromPlugins() throws IOException {
    Path jar =
        compile(
            "demo.jar",
            Map.of(
                "demo/Wobble.java",
                TestPlugins.activation(
                    "demo",
                    """
                    private static boolean sees(String type) {
                      try {
                        Class.forName(type);
                        return true;
                      } catch (ClassNotFoundException e) {
                        return false;
                      }
                    }
                    """,
                    """
                    "sees-" + sees("com.google.common.collect.ImmutableList")
                        + "-" + sees("org.prairieml.host.Main")
                        + "-" + sees("java.sql.Connection")\
                    """)));
    JarEdit.of(jar)
        .plugin("demo", "1.0.0")
        .put(SERVICES, "demo.Wobble\n")
        .write(plugins.resolve("demo.jar"));

    assertThat(registry().all(Activation.class))
        .extracting(Activation::name)
        .containsExactly("sees-false-false-true");
  }

  @Test
  void refusesAModuleThatRequiresAJarThatIsNone() throws IOException {
    Path library = compile("tool-1.0.jar", tool("plain", ""));
    Path main =
        new JarMaker(workFolder("main"), library)
            .make(
                folder.resolve("main.jar"),
                "X: y\n",
                TestPlugins.module("requires tool;", READ_LIBRARY, "wobble"));
    Path into = Files.createDirectory(plugins.resolve("strict"));
    Files.copy(library, into.resolve("tool-1.0.jar"));
    JarEdit.of(main).plugin("strict", "1.0.0").write(into.resolve("main.jar"));

    assertThat(TestPlugins.broken(registry()))
        .containsExactly(
            "Plug-in 'strict' is broken: its module 'demo' requires 'tool', and 'tool-1.0.jar' is"
                + " no module, only a jar that could be taken for one. Write 'requires static tool'"
                + " in the module descriptor.");
  }

  @Test
  void refusesAPackageInAModuleAndInALibrary() throws IOException {
    Path main =
        new JarMaker(workFolder("main"))
            .make(folder.resolve("main.jar"), "X: y\n", TestPlugins.module("wobble"));
    Path into = Files.createDirectory(plugins.resolve("torn"));
    JarEdit.of(main).plugin("torn", "1.0.0").write(into.resolve("main.jar"));
    JarEdit.of(main).remove("module-info.class").withoutManifest().write(into.resolve("old.jar"));

    assertThat(TestPlugins.broken(registry()))
        .singleElement()
        .asString()
        .contains("the package demo is split: it is in 'main.jar' and in 'old.jar'");
  }

  @Test
  void wantsOneMainJarInAFolder() throws IOException {
    Path jar = compile("lib.jar", tool("x", ""));
    Files.createDirectory(plugins.resolve("empty"));
    JarEdit.of(jar).write(Files.createDirectory(plugins.resolve("none")).resolve("lib.jar"));
    Path two = Files.createDirectory(plugins.resolve("two"));
    JarEdit.of(jar).plugin("a", "1.0.0").write(two.resolve("a.jar"));
    JarEdit.of(jar).plugin("b", "1.0.0").write(two.resolve("b.jar"));

    assertThat(TestPlugins.broken(registry()))
        .satisfiesExactly(
            text -> assertThat(text).contains("'empty'", "the folder has no jar"),
            text ->
                assertThat(text).contains("'none'", "none of the folder's jars names a plug-in"),
            text -> assertThat(text).contains("'two'", "more than one plug-in: a.jar, b.jar"));
  }

  /** A plug-in whose module requires the module of a library in a version. */
  private void folderOfModules(String id, String version) throws IOException {
    Path library = compile("lib-" + version + ".jar", tool(version, "module lib { exports lib; }"));
    Path into = Files.createDirectory(plugins.resolve(id));
    Files.copy(library, into.resolve("lib.jar"));
    Path main =
        new JarMaker(workFolder(id), library)
            .make(folder.resolve(id + ".jar"), "X: y\n", named("requires lib;", READ_LIBRARY));
    JarEdit.of(main).plugin(id, "1.0.0").write(into.resolve("main.jar"));
  }

  private static Map<String, String> named(String directives, String members) {
    Map<String, String> sources = new TreeMap<>(TestPlugins.module(directives, members, ""));
    sources.put("demo/Wobble.java", TestPlugins.activation("demo", members, "NAME"));
    return sources;
  }

  /** A module that is compiled against a library as an automatic one, and requires it no more. */
  private Path moduleBeside(String name, Path library) throws IOException {
    return new JarMaker(workFolder(name), library)
        .make(folder.resolve(name), "X: y\n", named("requires static library;", READ_LIBRARY));
  }

  private static Map<String, String> tool(String version, String descriptor) {
    Map<String, String> sources =
        new TreeMap<>(
            Map.of(
                "lib/Tool.java",
                "package lib; public class Tool { public static String name() { return \"lib-"
                    + version
                    + "\"; } }"));
    if (!descriptor.isEmpty()) {
      sources.put("module-info.java", descriptor);
    }
    return sources;
  }

  /** Compiles sources, which without a descriptor see the API as a class path. */
  private Path compile(String name, Map<String, String> sources) throws IOException {
    return new JarMaker(workFolder(name)).make(folder.resolve(name), "X: y\n", sources);
  }

  private Path workFolder(String name) throws IOException {
    return Files.createDirectories(folder.resolve("work-" + name));
  }

  private ServiceRegistry registry() {
    return new ServiceRegistry(TestPlugins.installation(plugins));
  }
}
