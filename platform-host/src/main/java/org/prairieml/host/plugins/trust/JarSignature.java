package org.prairieml.host.plugins.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.Timestamp;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.prairieml.host.plugins.check.FailureReason;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;

/** Who has signed all of a jar. */
public final class JarSignature {

  private static final String BAD_SIGNATURE = "Remove it, and get it from its author again";

  private JarSignature() {}

  /**
   * Returns the signers who have signed every file of a jar; none if even one file is unsigned.
   *
   * <p>Every byte is read, since only then the JDK compares digests.
   *
   * @throws ProblemException if a file is not what was signed
   */
  static Set<CodeSigner> signers(Path jar) {
    try (JarFile file = new JarFile(jar.toFile(), true)) {
      Set<CodeSigner> common = null;
      for (JarEntry entry : Collections.list(file.entries())) {
        Set<CodeSigner> signers = signers(file, entry);
        if (entry.isDirectory() || isPartOfSignature(entry.getName())) {
          continue;
        }
        if (common == null) {
          common = signers;
        }
        common.retainAll(signers);
      }
      return common == null ? Set.of() : common;
    } catch (SecurityException e) {
      throw new ProblemException(
          new Problem(
              "it was changed after it was signed (" + FailureReason.inWords(e) + ")",
              BAD_SIGNATURE),
          e);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "its signature cannot be read (" + FailureReason.inWords(e) + ")", BAD_SIGNATURE),
          e);
    }
  }

  private static Set<CodeSigner> signers(JarFile file, JarEntry entry) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    CodeSigner[] signers = entry.getCodeSigners();
    return signers == null ? new HashSet<>() : new HashSet<>(List.of(signers));
  }

  /** The manifest and the files of the signature are signed as a whole, not one by one. */
  private static boolean isPartOfSignature(String name) {
    return name.equalsIgnoreCase(JarFile.MANIFEST_NAME)
        || name.toUpperCase(Locale.ROOT).matches("META-INF/(SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");
  }

  /**
   * Returns the name of a signer whom a key in the trust store vouches for.
   *
   * @throws ProblemException if a file is not what was signed
   */
  public static Optional<String> trustedSigner(Path jar, TrustedKeys keys) {
    return signers(jar).stream()
        .filter(signer -> isTrusted(signer, keys))
        .map(JarSignature::name)
        .findFirst();
  }

  /**
   * Returns the names of those who have signed all of a jar, whoever they are.
   *
   * @throws ProblemException if a file is not what was signed
   */
  public static List<String> signerNames(Path jar) {
    return signers(jar).stream().map(JarSignature::name).sorted().toList();
  }

  private static String name(CodeSigner signer) {
    return signer.getSignerCertPath().getCertificates().getFirst()
            instanceof X509Certificate certificate
        ? certificate.getSubjectX500Principal().getName()
        : "unknown";
  }

  private static boolean isTrusted(CodeSigner signer, TrustedKeys keys) {
    List<? extends Certificate> path = signer.getSignerCertPath().getCertificates();
    return keys.certificates().stream().anyMatch(key -> leadsTo(path, key, signer.getTimestamp()));
  }

  /** Without network: nobody is asked whether a certificate was revoked. */
  private static boolean leadsTo(
      List<? extends Certificate> path, X509Certificate key, Timestamp timestamp) {
    Date when = timestamp == null ? new Date() : timestamp.getTimestamp();
    int end = path.indexOf(key);
    try {
      key.checkValidity(when);
      if (end == 0) {
        return true;
      }
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(key, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(when);
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(end < 0 ? path : path.subList(0, end)),
              parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
