package org.prairieml.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.host.plugins.JarEdit;
import org.prairieml.host.plugins.JarMaker;
import org.prairieml.host.plugins.TestPlugins;
import org.prairieml.host.plugins.trust.Fingerprint;
import org.prairieml.host.plugins.trust.SigningKey;

/** Installing, removing and verifying plug-ins, and whom to trust. */
class PluginCommandsTests {

  /** The API of this build is older than the one of the other tests. */
  private static final String MANIFEST =
      "Prairie-Plugin: bent\nPrairie-Version: 1.0.0\nPrairie-Api: [0.1,)\n";

  private static Path compiled;

  @TempDir private Path folder;
  private Path home;
  private Path jar;

  @BeforeAll
  static void compile(@TempDir Path work) throws IOException {
    compiled =
        new JarMaker(work).make(work.resolve("demo.jar"), "X: y\n", TestPlugins.module("bent"));
  }

  @BeforeEach
  void makeJar() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    jar = JarEdit.of(compiled).manifest(MANIFEST).write(folder.resolve("download.jar"));
  }

  @Test
  void installsAJarUnderItsIdAndVersionAndRecordsItsSha256() throws IOException {
    CommandRun run = run("plugins", "install", jar.toString());

    String hash = Fingerprint.of(jar);
    assertThat(run)
        .isEqualTo(
            new CommandRun(0, "Installed: bent 1.0.0\n%s  bent-1.0.0.jar\n".formatted(hash), ""));
    assertThat(home.resolve("plugins/bent-1.0.0.jar")).hasSameBinaryContentAs(jar);
    assertThat(home.resolve("trust/plugins.sha256")).hasContent(hash + "  bent-1.0.0.jar");
    assertThat(files("plugins")).containsExactly("bent-1.0.0.jar");
    assertThat(run("activations", "show", "bent@1.0.0").out())
        .contains("From bent 1.0.0 (bent-1.0.0.jar)");
  }

  @Test
  void installsAFolderOfJars() throws IOException {
    Path plugin = Files.createDirectory(folder.resolve("folder"));
    JarEdit.of(jar).write(plugin.resolve("main.jar"));
    JarEdit.of(compiled)
        .remove("module-info.class")
        .remove("demo/Wobble.class")
        .remove("demo/Other.class")
        .put("library.txt", "x")
        .write(plugin.resolve("library.jar"));
    Files.writeString(plugin.resolve("notes.txt"), "not copied");

    assertThat(run("plugins", "install", plugin.toString()).err()).isEmpty();

    assertThat(files("plugins/bent-1.0.0")).containsExactly("library.jar", "main.jar");
    assertThat(home.resolve("trust/plugins.sha256"))
        .content()
        .contains("  bent-1.0.0/library.jar\n", "  bent-1.0.0/main.jar\n");
    assertThat(run("--trusted-only", "activations", "show", "bent").exitCode()).isZero();
  }

  @Test
  void installsTheSameTwiceAndNothingElseInItsPlace() throws IOException {
    run("plugins", "install", jar.toString());

    assertThat(run("plugins", "install", jar.toString()).out()).startsWith("Installed before: ");
    JarEdit.of(jar).put("more.txt", "x").write(jar);
    CommandRun other = run("plugins", "install", jar.toString());
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.err())
        .isEqualTo(
            "prairie: Plug-in 'bent@1.0.0' is there already, with other contents."
                + " To replace it: prairie plugins remove bent@1.0.0\n");
  }

  @Test
  void leavesNothingBehindOfAPluginThatIsRefused() throws IOException {
    JarEdit.of(jar).put("../x", "x").write(jar);
    assertRefused(4, "has a path that leads out of it", "plugins", "install", jar.toString());

    JarEdit.of(compiled).manifest(MANIFEST + "Prairie-Requires: nobody\n").write(jar);
    assertRefused(4, "it needs the plug-in nobody", "plugins", "install", jar.toString());

    JarEdit.of(compiled).manifest(MANIFEST).put("org/prairieml/api/X.class", "x").write(jar);
    assertRefused(
        4, "the package org.prairieml.api is split", "plugins", "install", jar.toString());

    assertRefused(3, "there is no such file", "plugins", "install", "nowhere.jar");
    assertRefused(
        3,
        "expected the SHA-256 0000, found " + Fingerprint.of(jar),
        "plugins",
        "install",
        jar.toString(),
        "--sha256",
        "0000");
    assertThat(files("plugins")).isEmpty();
    assertThat(home.resolve("trust")).doesNotExist();
  }

  private void assertRefused(int exitCode, String reason, String... command) {
    CommandRun run = run(command);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).contains(reason);
  }

  @Test
  void removesAVersionAndItsRecord() throws IOException {
    run("plugins", "install", jar.toString());
    JarEdit.of(jar).manifest(MANIFEST.replace("1.0.0", "1.1.0")).write(jar);
    run("plugins", "install", jar.toString());

    assertRefused(3, "say which: bent@1.0.0, bent@1.1.0", "plugins", "remove", "bent");
    assertThat(run("plugins", "remove", "bent@1.0.0").out()).isEqualTo("Removed: bent-1.0.0.jar\n");
    assertThat(files("plugins")).containsExactly("bent-1.1.0.jar");
    assertThat(home.resolve("trust/plugins.sha256")).content().doesNotContain("1.0.0");
    assertThat(run("plugins", "remove", "bent").exitCode()).isZero();
    assertRefused(3, "There is no plug-in 'bent'; there are none.", "plugins", "remove", "bent");
  }

  @Test
  void removesWhatIsBrokenByTheNameOfItsFile() throws IOException {
    Files.writeString(
        Files.createDirectory(home.resolve("plugins")).resolve("half.jar"), "nothing");

    assertThat(run("plugins", "remove", "half.jar").out()).isEqualTo("Removed: half.jar\n");
    assertThat(files("plugins")).isEmpty();
  }

  @Test
  void verifiesWhatWasInstalled() throws IOException {
    run("plugins", "install", jar.toString());
    assertThat(run("plugins", "verify").out()).contains("bent-1.0.0.jar  recorded");
    assertThat(run("plugins", "verify").exitCode()).isZero();

    JarEdit.of(jar).put("more.txt", "x").write(home.resolve("plugins/bent-1.0.0.jar"));
    CommandRun changed = run("plugins", "verify");
    assertThat(changed.exitCode()).isEqualTo(4);
    assertThat(changed.out())
        .contains("bent-1.0.0.jar  changed", "bent-1.0.0.jar: its SHA-256 is ", " was recorded");

    Files.delete(home.resolve("plugins/bent-1.0.0.jar"));
    assertThat(run("plugins", "verify").out())
        .contains("bent-1.0.0.jar: it is recorded, and is not there.");
    assertThat(run("plugins", "verify", "--json").json())
        .asString()
        .contains("status=missing", "file=bent-1.0.0.jar");
  }

  @Test
  void usesOnlyTrustedPluginsOnDemand() throws IOException {
    Path dropped = Files.createDirectory(home.resolve("plugins")).resolve("dropped.jar");
    Files.copy(jar, dropped);

    assertThat(run("activations", "show", "bent").exitCode()).isZero();
    CommandRun run = run("activations", "show", "bent", "--trusted-only");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .contains(
            "'dropped.jar' is not trusted: its SHA-256 is not recorded, and no key of the trust"
                + " store signed it");
    assertThat(run("plugins", "verify").exitCode()).isZero();
    assertThat(run("plugins", "verify", "--trusted-only").exitCode()).isEqualTo(4);

    assertThat(run("plugins", "install", jar.toString(), "--trusted-only").exitCode()).isEqualTo(4);
    run("plugins", "remove", "dropped.jar");
    run("plugins", "install", jar.toString());
    assertThat(run("--trusted-only", "activations", "show", "bent").exitCode()).isZero();
  }

  @Test
  void trustsASignatureByAKeyInTheTrustStore() throws IOException, InterruptedException {
    Path plugins = Files.createDirectory(home.resolve("plugins"));
    SigningKey ada = SigningKey.make(folder.resolve("ada.p12"), "Ada");
    ada.sign(jar, plugins.resolve("signed.jar"));
    assertTrust(4, "signed.jar");

    SigningKey.make(folder.resolve("eve.p12"), "Eve").exportTo(home.resolve("trust/keys/eve.pem"));
    assertTrust(4, "signed.jar");

    ada.exportTo(home.resolve("trust/keys/ada.pem"));
    assertTrust(0, "signed.jar");
    assertThat(run("plugins", "verify").out())
        .containsPattern("signed\\.jar +signed +[0-9a-f]{64} +CN=Ada");

    // a file that was changed, and one that was added: neither is what Ada signed
    Path signed = plugins.resolve("signed.jar");
    byte[] asSigned = Files.readAllBytes(signed);
    JarEdit.of(signed).put("demo/Other.class", new byte[] {1}).write(signed);
    assertTrust(4, "signed.jar");
    assertThat(run("plugins", "verify").out()).contains("it was changed after it was signed");
    Files.write(signed, asSigned);
    JarEdit.of(signed).put("added.txt", "x").write(signed);
    assertTrust(4, "signed.jar");
  }

  private void assertTrust(int exitCode, String file) {
    CommandRun run = run("activations", "show", "bent", "--trusted-only");
    assertThat(run.exitCode()).as("%s: %s", file, run.err()).isEqualTo(exitCode);
  }

  @Test
  void refusesATrustFileOrATrustStoreThatIsNone() throws IOException {
    Path keys = Files.createDirectories(home.resolve("trust/keys"));
    Files.writeString(keys.resolve("a.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
    assertRefused(3, "is no X.509 certificate", "plugins", "verify");
    Files.delete(keys.resolve("a.pem"));
    Files.writeString(home.resolve("trust/plugins.sha256"), "abc  x.jar\n");
    assertRefused(3, "expected a SHA-256, two spaces and a path", "plugins", "verify");
  }

  @Test
  void showsAllThereIsToKnow() throws IOException {
    run("plugins", "install", jar.toString());

    assertThat(run("plugins", "info", "bent").out())
        .isEqualTo(
            """
            bent 1.0.0: ready
            API: [0.1,)
            Module: demo

            file            status    SHA-256                                                           signed by
            --------------  --------  ----------------------------------------------------------------  ---------
            bent-1.0.0.jar  recorded  %s

            type        name  summary
            ----------  ----  --------
            activation  bent  Wobbles.
            """
                .formatted(Fingerprint.of(jar)));
    assertThat(run("plugins", "info", "bent@1.0.0", "--json").json())
        .extracting("plugins")
        .asString()
        .contains("id=bent", "state=ready", "status=recorded", "services={activations=[bent]}");
    assertRefused(
        3, "There is no plug-in 'brent'; did you mean 'bent'?", "plugins", "info", "brent");
  }

  @Test
  void listsEachVersionByItsReference() throws IOException {
    run("plugins", "install", jar.toString());
    JarEdit.of(jar).manifest(MANIFEST.replace("1.0.0", "1.1.0")).write(jar);
    run("plugins", "install", jar.toString());

    assertThat(run("activations", "list").out())
        .containsPattern("\nbent +bent 1.1.0 +Wobbles.\nbent@1.0.0 +bent 1.0.0 +Wobbles.\n");
    assertThat(run("activations", "show", "bent@1.0.0").out()).contains("From bent 1.0.0");
    assertThat(run("searchers", "list", "--json").json()).isEqualTo(Map.of("searchers", List.of()));
  }

  private List<String> files(String of) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(of))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(home, arguments);
  }
}
