package org.prairieml.host.plugins.trust;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.prairieml.host.plugins.check.JarTrust;
import org.prairieml.host.plugins.check.Problem;

/**
 * Trusts the jars whose SHA-256 is recorded, and those that somebody signed whose key is in the
 * trust store.
 *
 * @param hashes the recorded SHA-256
 * @param keys the trust store
 */
public record TrustedJars(Collection<String> hashes, TrustedKeys keys) implements JarTrust {

  /** Returns the trust that a folder holds: the file of hashes, and the folder of keys. */
  public static TrustedJars of(TrustFolder folder) {
    Map<String, String> recorded = folder.file().read();
    return new TrustedJars(recorded.values(), folder.keys());
  }

  @Override
  public void require(Path jar) {
    if (!hashes.contains(Fingerprint.of(jar)) && JarSignature.trustedSigner(jar, keys).isEmpty()) {
      throw new Problem(
              "'%s' is not trusted: its SHA-256 is not recorded, and no key of the trust store signed it"
                  .formatted(jar.getFileName()),
              "If you trust it: prairie plugins install <file>; or put its author's certificate"
                  + " into trust/keys")
          .toException();
    }
  }
}
