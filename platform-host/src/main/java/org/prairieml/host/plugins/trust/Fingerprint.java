package org.prairieml.host.plugins.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.prairieml.host.plugins.check.FailureReason;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;

/** The SHA-256 of files. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * Returns the SHA-256 of a file's bytes in lower-case hexadecimal digits.
   *
   * @throws ProblemException if the file cannot be read
   */
  public static String of(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream out =
            new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
      in.transferTo(out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "it cannot be read (" + FailureReason.inWords(e) + ")", "Allow it: chmod u+r <file>"),
          e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
