package org.prairieml.host.plugins.trust;

import java.nio.file.Path;

/**
 * Where it stands what is trusted: beside the folder of plug-ins, not in it, so that whoever may
 * only drop jars cannot vouch for them.
 *
 * @param path need not exist
 */
public record TrustFolder(Path path) {

  /** Returns the record of installed jars. */
  public TrustFile file() {
    return new TrustFile(path.resolve("plugins.sha256"));
  }

  /** Returns the certificates of trusted signers. */
  public TrustedKeys keys() {
    return TrustedKeys.in(path.resolve("keys"));
  }
}
