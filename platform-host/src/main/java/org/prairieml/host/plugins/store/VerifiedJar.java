package org.prairieml.host.plugins.store;

import java.util.List;
import java.util.Optional;
import org.prairieml.host.plugins.check.Problem;

/**
 * A jar that was verified.
 *
 * @param file its path in the folder of plug-ins
 * @param status how it compares
 * @param sha256 the SHA-256 of its bytes, empty if it could not be read
 * @param signers the names of those who signed all of it
 * @param problem what is wrong, if something is
 */
public record VerifiedJar(
    String file, Status status, String sha256, List<String> signers, Optional<Problem> problem) {

  /** How a jar compares with what is trusted. */
  public enum Status {
    /** It is what was recorded. */
    RECORDED(true, true),
    /** It is not recorded, and signed by somebody whose key is in the trust store. */
    SIGNED(true, true),
    /** It was dropped into the folder, and nobody vouches for it. */
    UNRECORDED(true, false),
    /** It is not what was recorded. */
    CHANGED(false, false),
    /** It was recorded, and is gone. */
    MISSING(false, false),
    /** It is no jar, damaged, a trap, or changed after it was signed. */
    BROKEN(false, false);

    private final boolean inOrder;
    private final boolean trusted;

    Status(boolean inOrder, boolean trusted) {
      this.inOrder = inOrder;
      this.trusted = trusted;
    }

    /** Returns whether nothing is wrong with it. */
    public boolean isInOrder() {
      return inOrder;
    }

    /** Returns whether it may be used where only trusted jars may. */
    public boolean isTrusted() {
      return trusted;
    }
  }
}
