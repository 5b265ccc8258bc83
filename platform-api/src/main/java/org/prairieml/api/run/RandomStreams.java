package org.prairieml.api.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random streams by name from one root seed.
 *
 * <p>A stream depends on the seed and its name alone, so that adding a consumer moves no other.
 * Names are paths: {@code init/dense1.weight}, {@code shuffle}.
 *
 * @param seed the root seed
 * @param path the names of the parts that these streams belong to
 */
public record RandomStreams(long seed, String path) {

  /** Returns the streams of a root seed. */
  public static RandomStreams of(long seed) {
    return new RandomStreams(seed, "");
  }

  /** Returns the streams of a part: one trial, one fold. */
  public RandomStreams child(String name) {
    return new RandomStreams(seed, path + name + "/");
  }

  /** Returns a fresh generator at the start of a stream. */
  public RandomGenerator stream(String name) {
    return new SplittableRandom(streamSeed(name));
  }

  /** Returns the number of a stream, for {@code Tensor.uniform}. */
  public long streamSeed(String name) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
    digest.update((path + name).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
