package org.prairieml.host.plugins.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;

/**
 * The certificates of those whose signatures count: of signers themselves, or of authorities that
 * certify signers.
 *
 * @param certificates the certificates
 */
public record TrustedKeys(Set<X509Certificate> certificates) {

  /**
   * Reads every certificate in a folder: files ending in .pem, .crt or .cer, X.509 in PEM or DER,
   * one or several in each.
   *
   * @param folder need not exist
   * @throws PrairieException bad input, if a file is no certificate
   */
  public static TrustedKeys in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new TrustedKeys(Set.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new TrustedKeys(
          files
              .filter(file -> file.toString().matches(".*\\.(pem|crt|cer)"))
              .sorted()
              .flatMap(file -> read(file).stream())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw PrairieException.badInput(
          "Trust store '%s': cannot be read (%s).".formatted(folder, e.getMessage()), e);
    }
  }

  private static List<X509Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException | IOException e) {
      throw PrairieException.badInput(
          "Trust store: '%s' is no X.509 certificate (%s).".formatted(file, e.getMessage()), e);
    }
  }

  /** Returns whether a certificate is one of them. */
  boolean has(Certificate certificate) {
    return certificates.contains(certificate);
  }
}
