package org.prairieml.host.plugins.check;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Which Java a class was compiled for (The Java Virtual Machine Specification, section 4.1). */
final class ClassFileVersion {

  private static final int MAGIC = 0xCAFEBABE;

  /** The version of Java 1.0 would be 44 = 44 + 0; Java 25 has 69. */
  private static final int OFFSET = 44;

  private ClassFileVersion() {}

  /**
   * Reads the beginning of a class file.
   *
   * @param entry what messages call it
   * @throws ProblemException if it is no class file, or this Java is too old for it
   */
  static void check(String entry, InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC) {
      throw new Problem("'" + entry + "' is no class file", "Build the plug-in again")
          .toException();
    }
    data.readUnsignedShort();
    int major = data.readUnsignedShort();
    if (major - OFFSET > Runtime.version().feature()) {
      throw tooNew(entry, major).toException();
    }
  }

  static Problem tooNew(String name, int major) {
    return new Problem(
        "it needs Java %d or newer ('%s' has class file version %d), and this is Java %d"
            .formatted(major - OFFSET, name, major, Runtime.version().feature()),
        "Start Prairie on a newer Java, or install a build of the plug-in for Java "
            + Runtime.version().feature());
  }
}
