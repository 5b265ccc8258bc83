package org.prairieml.training.data;

import java.nio.file.Path;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * IDX, the format of MNIST and its relatives: two zero bytes, the code of the element type, the
 * number of axes, the dimensions as four bytes each, most significant first, and the elements. Read
 * are unsigned bytes, code 8, of which all these data sets are.
 *
 * <p>Source: LeCun, Cortes, Burges: The MNIST database of handwritten digits.
 */
final class IdxFile {

  private static final long UNSIGNED_BYTES = 0x08;
  private static final long MOST_AXES = 4;

  private IdxFile() {}

  /**
   * Reads an array of numbers from 0 to 255.
   *
   * @param most how many of the first rows are read; 0: all
   * @throws org.prairieml.api.PrairieException bad input: no such file, another format or element
   *     type, too short or too long
   */
  static NdArray read(Path file, int most) {
    try (ImageBytes bytes = new ImageBytes(file)) {
      Shape shape = shape(bytes);
      int rows = shape.dimension(0);
      int wanted = most == 0 ? rows : Math.min(most, rows);
      byte[] elements = bytes.next(shape.with(0, wanted).size());
      if (wanted == rows) {
        bytes.requireEnd();
      }
      double[] values = new double[elements.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Byte.toUnsignedInt(elements[i]);
      }
      return new NdArray(shape.with(0, wanted), values);
    }
  }

  private static Shape shape(ImageBytes bytes) {
    long magic = bytes.nextWord();
    long type = magic >> 8;
    long axes = magic & 0xff;
    if (type >> 8 != 0 || axes < 1 || axes > MOST_AXES) {
      throw bytes.problem(
          "is no IDX file: its first four bytes are %08x; those of images are 00000803, of labels 00000801."
              .formatted(magic));
    }
    if (type != UNSIGNED_BYTES) {
      throw bytes.problem(
          "has elements of the type %02x; only unsigned bytes, 08, are read, of which images are."
              .formatted(type));
    }
    int[] dimensions = new int[(int) axes];
    long size = 1;
    for (int axis = 0; axis < axes; axis++) {
      long dimension = bytes.nextWord();
      size = dimension > Integer.MAX_VALUE ? Long.MAX_VALUE : size * dimension;
      if (size > Integer.MAX_VALUE) {
        throw bytes.problem("says in its header that it has more than 2^31 - 1 elements.");
      }
      dimensions[axis] = (int) dimension;
    }
    return Shape.of(dimensions);
  }
}
