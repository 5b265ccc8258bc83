package org.prairieml.training.numpy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * Reads one array from a file in NumPy's format {@code npy}, versions 1 to 3.
 *
 * <p>Booleans (as 0 and 1), integers of 1 to 8 bytes and floats of 2 to 8 bytes become float64;
 * integers of 2^53 and beyond, which float64 cannot tell apart, are refused. Either byte order,
 * row-major or Fortran order; the result is row-major. Pickled objects, text and records are
 * refused. A header is believed only as far as the file is long.
 */
public final class NpyReader {

  /** A multiple of every element size. */
  private static final int CHUNK_BYTES = 1 << 16;

  private final String subject;

  /** Reads an array that the subject names in messages. */
  NpyReader(String subject) {
    this.subject = subject;
  }

  /**
   * Returns the array in a file.
   *
   * @throws PrairieException if the file cannot be read, is damaged or holds no array of numbers
   */
  public static NdArray read(Path file) {
    String subject = "File '" + file + "'";
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new NpyReader(subject).read(in, Files.size(file));
    } catch (NoSuchFileException e) {
      throw PrairieException.badInput(subject + ": does not exist.", e);
    } catch (AccessDeniedException e) {
      throw PrairieException.badInput(subject + ": may not be read (access denied).", e);
    } catch (IOException e) {
      throw PrairieException.badInput(subject + ": cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /**
   * Returns the array in a stream and checks that nothing follows it.
   *
   * @param size an upper bound of the number of bytes in the stream
   */
  NdArray read(InputStream in, long size) throws IOException {
    NpyHeader header = new NpyHeaderReader(in, subject).read();
    if (header.dataBytes() > size) {
      throw cutOff(header, "at most " + size);
    }
    NdArray array = new NdArray(header.shape(), elements(in, header));
    if (in.read() >= 0) {
      throw PrairieException.badInput(
          "%s: holds more than the %d bytes of elements that its npy header announces."
              .formatted(subject, header.dataBytes()));
    }
    return array;
  }

  private double[] elements(InputStream in, NpyHeader header) throws IOException {
    try {
      double[] stored = decode(in, header);
      return header.fortranOrder() ? toRowMajor(header.shape(), stored) : stored;
    } catch (OutOfMemoryError e) {
      // An honest header of an array too large: nothing but the allocation above can have failed.
      throw PrairieException.badInput(
          "%s: shape %s needs more memory than is free. Raise the heap with -Xmx."
              .formatted(subject, header.shape()),
          e);
    }
  }

  private double[] decode(InputStream in, NpyHeader header) throws IOException {
    double[] elements = new double[header.shape().size()];
    int perChunk = CHUNK_BYTES / header.type().bytes();
    byte[] chunk = new byte[CHUNK_BYTES];
    ByteBuffer bytes = ByteBuffer.wrap(chunk).order(header.byteOrder());
    int done = 0;
    while (done < elements.length) {
      int count = Math.min(perChunk, elements.length - done);
      int wanted = count * header.type().bytes();
      int found = in.readNBytes(chunk, 0, wanted);
      if (found < wanted) {
        throw cutOff(header, Long.toString((long) done * header.type().bytes() + found));
      }
      decode(bytes, header.type(), elements, done, count);
      done += count;
    }
    return elements;
  }

  private void decode(
      ByteBuffer bytes, NpyElementType type, double[] elements, int from, int count) {
    for (int i = 0; i < count; i++) {
      double element = type.decode(bytes, i * type.bytes());
      if (type.mayBeRounded(element)) {
        throw PrairieException.badInput(
            "%s: element %d is an integer of 2^53 or more, which float64 rounds. Save it as f8."
                .formatted(subject, from + i));
      }
      elements[from + i] = element;
    }
  }

  /** Moves elements stored with the first axis fastest to where row-major order wants them. */
  private static double[] toRowMajor(Shape shape, double[] stored) {
    double[] rowMajor = new double[stored.length];
    int[] strides = shape.strides();
    int[] index = new int[shape.rank()];
    int target = 0;
    for (double element : stored) {
      rowMajor[target] = element;
      for (int axis = 0; axis < index.length; axis++) {
        target += strides[axis];
        if (++index[axis] < shape.dimension(axis)) {
          break;
        }
        target -= strides[axis] * index[axis];
        index[axis] = 0;
      }
    }
    return rowMajor;
  }

  private PrairieException cutOff(NpyHeader header, String found) {
    return PrairieException.badInput(
        "%s: npy header announces %d bytes of elements, found %s. Fetch or write the file again."
            .formatted(subject, header.dataBytes(), found));
  }
}
