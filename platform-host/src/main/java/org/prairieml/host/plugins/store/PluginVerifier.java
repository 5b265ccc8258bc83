package org.prairieml.host.plugins.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.check.JarLimits;
import org.prairieml.host.plugins.check.JarReader;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;
import org.prairieml.host.plugins.inspect.PluginFolder;
import org.prairieml.host.plugins.store.VerifiedJar.Status;
import org.prairieml.host.plugins.trust.Fingerprint;
import org.prairieml.host.plugins.trust.JarSignature;
import org.prairieml.host.plugins.trust.TrustedKeys;

/** Compares every jar with what was recorded when it was installed, and reads it to its end. */
public final class PluginVerifier {

  private final PluginFolder folder;
  private final Map<String, String> recorded;
  private final TrustedKeys keys;
  private final JarReader reader = new JarReader(JarLimits.DEFAULT.countingAll());

  /** Creates a verifier of what is installed. */
  public PluginVerifier(PluginHome home) {
    this.folder = home.folder();
    this.recorded = home.trust().file().read();
    this.keys = home.trust().keys();
  }

  /** Returns every jar, those that are recorded and gone too, in order of their paths. */
  public List<VerifiedJar> verify() {
    List<VerifiedJar> jars = new ArrayList<>();
    folder.entries().forEach(entry -> jars.addAll(verify(entry)));
    Set<String> missing = new TreeSet<>(recorded.keySet());
    missing.removeAll(jars.stream().map(VerifiedJar::file).collect(Collectors.toSet()));
    missing.forEach(file -> jars.add(missing(file)));
    return List.copyOf(jars);
  }

  private List<VerifiedJar> verify(Path entry) {
    try {
      return folder.unit(entry).jars().stream().map(this::jar).toList();
    } catch (ProblemException e) {
      return List.of(broken(name(entry), "", e.problem()));
    }
  }

  private String name(Path file) {
    return folder.path().relativize(file).toString().replace('\\', '/');
  }

  private VerifiedJar jar(Path jar) {
    String name = name(jar);
    String sha256 = "";
    try {
      sha256 = Fingerprint.of(jar);
      reader.read(jar);
      Optional<String> trusted = JarSignature.trustedSigner(jar, keys);
      List<String> signers = JarSignature.signerNames(jar);
      return new VerifiedJar(
          name, status(name, sha256, trusted.isPresent()), sha256, signers, problem(name, sha256));
    } catch (ProblemException e) {
      return broken(name, sha256, e.problem());
    }
  }

  private Status status(String name, String sha256, boolean trusted) {
    String expected = recorded.get(name);
    if (expected != null && !expected.equals(sha256)) {
      return Status.CHANGED;
    }
    if (expected != null || recorded.containsValue(sha256)) {
      return Status.RECORDED;
    }
    return trusted ? Status.SIGNED : Status.UNRECORDED;
  }

  private Optional<Problem> problem(String name, String sha256) {
    String expected = recorded.get(name);
    return expected == null || expected.equals(sha256)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "its SHA-256 is %s, and %s was recorded".formatted(sha256, expected),
                "If you did not change it yourself, remove it and install it again"));
  }

  private static VerifiedJar broken(String name, String sha256, Problem problem) {
    return new VerifiedJar(name, Status.BROKEN, sha256, List.of(), Optional.of(problem));
  }

  private static VerifiedJar missing(String name) {
    return new VerifiedJar(
        name,
        Status.MISSING,
        "",
        List.of(),
        Optional.of(
            new Problem(
                "it is recorded, and is not there", "Install it again, or delete its line")));
  }
}
