package org.prairieml.host.plugins.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that signs jars, made and used by the JDK's {@code keytool} and {@code jarsigner}.
 *
 * @param store a PKCS #12 file with the key and its certificate
 */
public record SigningKey(Path store) {

  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "signer";

  /** Makes a key. */
  public static SigningKey make(Path store, String name) throws IOException, InterruptedException {
    keytool(
        store,
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-validity",
        "30");
    return new SigningKey(store);
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    run("keytool", store, arguments);
  }

  private static void run(String tool, Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.add(arguments[0]);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(List.of(arguments).subList(1, arguments.length));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** Writes the certificate as a file for the trust store. */
  public void exportTo(Path file) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    keytool(store, "-exportcert", "-rfc", "-alias", ALIAS, "-file", file.toString());
  }

  /** Signs a jar. */
  public void sign(Path jar, Path signed) throws IOException, InterruptedException {
    run("jarsigner", store, "-verbose", "-signedjar", signed.toString(), jar.toString(), ALIAS);
  }
}
