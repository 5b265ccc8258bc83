package org.prairieml.host.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.prairieml.api.data.Dataset;
import org.prairieml.graph.NdArray;

/** The fingerprint of a data set's values. */
public final class DatasetDigest {

  private static final int CHUNK_ELEMENTS = 1 << 13;

  private DatasetDigest() {}

  /**
   * Returns the SHA-256, in hexadecimal, of all values as float64, little endian: training inputs,
   * training targets, test inputs, test targets. In NumPy, {@code
   * hashlib.sha256(b''.join(a.astype('<f8').tobytes() for a in (x, y, x_test, y_test)))}.
   */
  public static String sha256(Dataset dataset) {
    MessageDigest digest = newDigest();
    for (Dataset.Split split : new Dataset.Split[] {dataset.train(), dataset.test()}) {
      update(digest, split.x());
      update(digest, split.y());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, NdArray array) {
    ByteBuffer bytes =
        ByteBuffer.allocate(CHUNK_ELEMENTS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : array.values()) {
      bytes.putDouble(value);
      if (!bytes.hasRemaining()) {
        digest.update(bytes.flip());
        bytes.clear();
      }
    }
    digest.update(bytes.flip());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
