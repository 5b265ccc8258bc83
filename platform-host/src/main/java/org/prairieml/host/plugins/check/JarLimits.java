package org.prairieml.host.plugins.check;

/**
 * How large a jar may be before it is taken for a zip bomb.
 *
 * @param entries the most entries
 * @param bytes the most bytes of all entries, unpacked
 * @param ratio the most bytes for each byte of the file, where there are more than {@code freely}
 * @param freely how many bytes may be packed at any ratio
 * @param counted up to how many bytes, as the jar itself declares them, a jar is unpacked and
 *     counted whenever it is read
 */
public record JarLimits(int entries, long bytes, int ratio, long freely, long counted) {

  private static final long MEGABYTE = 1 << 20;

  /** Room for native libraries of machine learning, which unpack to some hundred megabytes. */
  public static final JarLimits DEFAULT =
      new JarLimits(100_000, 4096 * MEGABYTE, 100, 32 * MEGABYTE, 4 * MEGABYTE);

  /** Returns the same limits for a reader that unpacks and counts jars of any size. */
  public JarLimits countingAll() {
    return new JarLimits(entries, bytes, ratio, freely, Long.MAX_VALUE);
  }

  /**
   * Checks a size.
   *
   * @param unpacked the bytes of all entries so far
   * @param packed the bytes of the file
   * @throws ProblemException if it is too much
   */
  void check(long unpacked, long packed) {
    if (unpacked > bytes) {
      throw bomb("it unpacks to more than %d MB".formatted(bytes / MEGABYTE));
    }
    if (unpacked > freely && unpacked / ratio > packed) {
      throw bomb(
          "it unpacks to more than %d times its size of %d KB"
              .formatted(ratio, Math.ceilDiv(packed, 1024)));
    }
  }

  /** Checks a number of entries. */
  void checkEntries(int count) {
    if (count > entries) {
      throw bomb("it has more than %d entries".formatted(entries));
    }
  }

  static ProblemException bomb(String clause) {
    return new Problem(
            "it may be a zip bomb: " + clause, "Remove it, and ask whoever gave it to you")
        .toException();
  }
}
