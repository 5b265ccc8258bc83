package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.JarEdit;
import org.prairieml.host.plugins.JarMaker;
import org.prairieml.host.plugins.TestPlugins;
import org.prairieml.host.plugins.check.JarLimits;
import org.prairieml.host.plugins.check.JarReader;

/** One plug-in that works, among others that are broken in every way that happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePluginsTests {

  private static final Path GUIDE = Path.of("..", "docs", "guides", "plugins.md");
  private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

  private Path folder;
  private Path plugins;
  private JarMaker jars;
  private Path good;

  @BeforeAll
  void makePlugins(@TempDir Path temporary) throws IOException {
    folder = temporary;
    plugins = Files.createDirectory(folder.resolve("plugins"));
    jars = new JarMaker(Files.createDirectory(folder.resolve("work")));
    good = make("good.jar", "", "", "wobble");
    damaged();
    withWrongManifests();
    withWrongModules();
    withWrongClasses();
    withTraps();
  }

  private void damaged() throws IOException {
    Files.writeString(plugins.resolve("not-a-zip.jar"), "I am a jar, honestly.");
    Files.createFile(plugins.resolve("empty.jar"));
    byte[] bytes = edit("truncated").bytes();
    Files.write(plugins.resolve("truncated.jar"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
    write(edit("unreadable"), "unreadable.jar");
  }

  private void withWrongManifests() throws IOException {
    write(edit("x").withoutManifest(), "no-manifest.jar");
    write(edit("x").manifest("Implementation-Title: lib\n"), "library.jar");
    write(edit("x").manifest("Prairie-Plugin: x\nPrairie-Version: 1\n"), "no-version.jar");
    write(
        edit("x").manifest("Prairie-Plugin: x\nPrairie-Version: 1.0.0\nPrairie-Api: [2.0,3)\n"),
        "wrong-api.jar");
    write(
        edit("x").manifest(TestPlugins.manifest("x", "1.0.0") + "Prairie-Requires: other [2,3)\n"),
        "needs-other.jar");
  }

  private void withWrongModules() throws IOException {
    Path library =
        new JarMaker(Files.createDirectory(folder.resolve("library")))
            .make(
                folder.resolve("library.jar"),
                "X: y\n",
                Map.of(
                    "module-info.java", "module library { exports lib; }",
                    "lib/Tool.java", "package lib; public class Tool {}"));
    new JarMaker(Files.createDirectory(folder.resolve("with-library")), library)
        .make(
            plugins.resolve("missing-module.jar"),
            TestPlugins.manifest("missing-module", "1.0.0"),
            TestPlugins.module("requires library;", "", "lost"));
    write(
        edit("split-package").put("org/prairieml/api/Mine.class", new byte[] {1}),
        "split-package.jar");
    write(edit("missing-class").remove("demo/Wobble.class"), "missing-class.jar");
    write(edit("newer-java").compiledFor("demo/Wobble.class", 99), "newer-java.jar");
    write(edit("newer-module").compiledFor("module-info.class", 99), "newer-module.jar");
  }

  private void withWrongClasses() throws IOException {
    make(
        "throws.jar",
        "",
        "public Wobble() { throw new IllegalStateException(\"no license\"); }",
        "t");
    make(
        "hangs.jar",
        "",
        """
        public Wobble() {
          while (true) {
            try {
              Thread.sleep(1000);
            } catch (InterruptedException e) {
              // not impressed
            }
          }
        }
        """,
        "h");
    make("null.jar", "", "public static Wobble provider() { return null; }", "n");
    make("links.jar", "", "private final Other other = new Other();", "l");
    JarEdit.of(plugins.resolve("links.jar"))
        .remove("demo/Other.class")
        .write(plugins.resolve("links.jar"));
    make("recurses.jar", "", "private final Wobble again = new Wobble();", "r");
    write(edit("twin"), "twin.jar");
  }

  private void withTraps() throws IOException {
    write(edit("path-trick").put("../../bin/prairie", "#!/bin/sh"), "path-trick.jar");
    Path elsewhere = edit("link").write(folder.resolve("elsewhere.jar"));
    Files.createSymbolicLink(plugins.resolve("link.jar"), elsewhere);
    Files.write(plugins.resolve("zip-bomb.jar"), bomb());
  }

  private JarEdit edit(String id) throws IOException {
    return JarEdit.of(good).plugin(id, "1.0.0");
  }

  private void write(JarEdit edit, String file) throws IOException {
    edit.write(plugins.resolve(file));
  }

  private Path make(String file, String directives, String members, String name)
      throws IOException {
    return jars.make(
        plugins.resolve(file),
        TestPlugins.manifest(file.replace(".jar", ""), "1.0.0"),
        TestPlugins.module(directives, members, name));
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      out.putNextEntry(new ZipEntry("zeros"));
      out.write(new byte[64 << 20]);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  static Stream<String> broken() {
    return Stream.of(
        "empty.jar: the file is empty. Copy or download it again.",
        "hangs.jar: it has not answered within 10 s, in demo.Wobble.<init>. Ask its author, or"
            + " remove it; -Dprairie.plugins.timeout=60 gives it 60 s.",
        "library.jar: its manifest names no plug-in (Prairie-Plugin). If it is a library, put it"
            + " into a folder together with its plug-in.",
        "link.jar: 'link.jar' is a symbolic link out of the folder, to %s. Copy what it points to:"
            + " prairie plugins install %<s.",
        "links.jar: the class demo.Other is not there. Put the library that has it into a folder"
            + " together with the plug-in's jar.",
        "missing-class.jar: it declares the provider demo.Wobble, and has no such class. Build the"
            + " plug-in again; the class may have been renamed.",
        "missing-module.jar: its module 'demo' requires the module 'library', which is missing. Put"
            + " its jar into a folder together with the plug-in's jar.",
        "needs-other.jar: it needs the plug-in other [2,3), which is not installed. Install a"
            + " version of 'other' that fits.",
        "newer-java.jar: it needs Java 99 or newer ('demo/Wobble.class' has class file version"
            + " 143), and this is Java 25. Start Prairie on a newer Java, or install a build of the"
            + " plug-in for Java 25.",
        "newer-module.jar: it needs Java 99 or newer ('module-info.class' has class file version"
            + " 143), and this is Java 25. Start Prairie on a newer Java, or install a build of the"
            + " plug-in for Java 25.",
        "no-manifest.jar: it has no manifest. Build the jar with a manifest that has"
            + " Prairie-Plugin, Prairie-Version and Prairie-Api.",
        "no-version.jar: its manifest has Prairie-Version: 1. Give 'Prairie-Version' a version such"
            + " as '1.0.0' in the manifest.",
        "not-a-zip.jar: it is not a zip, and so no jar. Replace it by the plug-in's jar.",
        "null.jar: a provider gave null instead of a service. Ask its author, or remove it.",
        "path-trick.jar: its entry '../../bin/prairie' has a path that leads out of it. Remove it,"
            + " and ask whoever gave it to you.",
        "recurses.jar: demo.Wobble cannot be created (java.lang.StackOverflowError). Ask its"
            + " author, or remove it.",
        "split-package.jar: the package org.prairieml.api is split: it is in 'split-package.jar'"
            + " and in the module org.prairieml.api. Leave that module's classes out of the jar, or"
            + " rename the package.",
        "throws.jar: demo.Wobble cannot be created (java.lang.IllegalStateException: no license)."
            + " Ask its author, or remove it.",
        "truncated.jar: the jar is truncated or damaged (zip END header not found). Copy or"
            + " download it again.",
        "twin.jar: it offers the activation 'wobble', which is already there from good 1.0.0. Write"
            + " 'twin:wobble' where it is meant, or remove one of the two plug-ins.",
        "unreadable.jar: there is no permission to read it. Allow it: chmod u+r <file>.",
        "wrong-api.jar: it is built for API [2.0,3), and this is API 1.1.0. Install a build of 'x'"
            + " for API 1.1.0.",
        "zip-bomb.jar: it may be a zip bomb: it unpacks to more than 100 times its size of 64 KB."
            + " Remove it, and ask whoever gave it to you.");
  }

  @Test
  void listsWhatIsWrongWithEachAndWhatToDo() {
    CommandRun run = run("plugins", "list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(problems(run)).containsExactlyElementsOf(broken().map(this::here).toList());
    assertThat(run.out().lines())
        .anyMatch(
            line -> line.matches("good +1\\.0\\.0 +\\[1\\.0,2\\) +ready +good\\.jar +1 activation"))
        .anyMatch(line -> line.matches("throws +1\\.0\\.0 +\\[1\\.0,2\\) +broken +throws\\.jar"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void standsInTheGuideAsItIsPrinted(String line) throws IOException {
    assertThat(Files.readString(GUIDE)).contains(line.formatted("/home/me/elsewhere.jar"));
  }

  @Test
  void saysTheSameAsJson() {
    assertThat(run("plugins", "list", "--json").json())
        .extracting("plugins")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2 + (int) broken().count())
        .contains(json("good", "ready", "good.jar", Map.of("activations", List.of("wobble"))))
        .anySatisfy(plugin ->
            assertThat(plugin)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("file", "empty.jar")
                .containsEntry("state", "broken")
                .containsEntry("id", null)
                .containsEntry(
                    "problems",
                    List.of(
                        Map.of(
                            "reason", "the file is empty", "cure", "Copy or download it again"))));
  }

  private static Map<String, Object> json(
      String id, String state, String file, Map<String, Object> services) {
    return Map.of(
        "id",
        id,
        "version",
        "1.0.0",
        "api",
        "[1.0,2)",
        "requires",
        List.of(),
        "file",
        file,
        "state",
        state,
        "services",
        services,
        "problems",
        List.of());
  }

  @Test
  void worksOnWithTheRest() {
    assertThat(run("activations", "show", "wobble").exitCode()).isZero();
    assertThat(run("layers", "show", "dense").exitCode()).isZero();
    assertThat(run("activations", "list").exitCode()).isZero();
  }

  @Test
  void showsWhatElseANameCouldMeanAndHowToSayIt() {
    assertThat(run("activations", "list").out().lines())
        .anyMatch(line -> line.matches("wobble +good 1\\.0\\.0 .*"))
        .anyMatch(line -> line.matches("twin:wobble +twin 1\\.0\\.0 .*"));
    assertThat(run("activations", "show", "wobble").out())
        .contains("From good 1.0.0 (good.jar)", "Of the same name: twin:wobble");
    assertThat(run("activations", "show", "twin:wobble").out())
        .contains("From twin 1.0.0 (twin.jar)", "Of the same name: wobble");
    assertThat(run("activations", "eval", "twin:wobble", "--at", "0.5").exitCode()).isZero();
  }

  @Test
  void exitsWithFourOnlyIfABrokenPluginIsNeeded() {
    assertThat(run("activations", "show", "throws").exitCode()).isEqualTo(4);
    assertThat(run("activations", "show", "wobbel").exitCode()).isEqualTo(3);
    assertThat(run("layers", "show", "dens").exitCode()).isEqualTo(3);
  }

  private static List<String> problems(CommandRun run) {
    return run.out().lines().filter(line -> line.matches("\\S+\\.jar: .*")).toList();
  }

  /** The guide has the time limit that users have, and a place that users could have. */
  private String here(String line) {
    return line.formatted(folder.resolve("elsewhere.jar")).replace("within 10 s", "within 1 s");
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, installation(), arguments);
  }

  private Installation installation() {
    return TestPlugins.installation(
        plugins, TestPlugins.inspector(new JarReader(JarLimits.DEFAULT, this::open)), TIME_LIMIT);
  }

  /** Tests may run as root, whom no permission stops. */
  private InputStream open(Path file) throws IOException {
    if (file.endsWith("unreadable.jar")) {
      throw new AccessDeniedException(file.toString());
    }
    return Files.newInputStream(file);
  }
}
