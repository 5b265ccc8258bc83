package org.prairieml.engine.memory;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.prairieml.engine.lane.NumberFormat;

/**
 * An array of numbers of either format, with room behind its end so that a vector may be loaded at
 * any element.
 *
 * <p>What is read by vectors begins at {@link #start}. Where Java aligns objects to cache lines
 * ({@code -XX:ObjectAlignmentInBytes=64}) its vectors then lie in one line each; elsewhere nearly
 * every vector of 64 bytes lies in two, which costs a tenth of a matrix product's time.
 */
public sealed interface Elements {

  /** How many elements may be loaded beyond the end. */
  int SLACK = 64;

  /** Bytes from an array's first element to the next cache line: its header takes 16 of 64. */
  int TO_LINE = 48;

  /** Returns the first position at which a cache line begins in an aligned array. */
  static int start(NumberFormat format) {
    return TO_LINE * Byte.SIZE / format.bits();
  }

  /** Returns an array of zeros. */
  static Elements allocate(NumberFormat format, int size) {
    int room = Math.addExact(size, SLACK);
    return format == NumberFormat.FLOAT32
        ? new Floats(new float[room])
        : new Doubles(new double[room]);
  }

  /** Returns the array itself, a {@code float[]} or {@code double[]}. */
  Object array();

  /** Returns how many elements there are, without the room behind the end. */
  int size();

  /** Returns an element. */
  double get(int position);

  /** Sets an element, rounding. */
  void set(int position, double value);

  /** Sets an element to the number that has these bits, which may be those of a NaN. */
  void setBits(int position, long bits);

  /** Sets elements from {@code from} (inclusive) to {@code to}. */
  void fill(int from, int to, double value);

  /** Returns memory that writes through to the elements. */
  MemorySegment segment(int from, int size);

  /** Copies elements to another array of the format; they may overlap. */
  default void copyTo(int from, Elements target, int to, int size) {
    System.arraycopy(array(), from, target.array(), to, size);
  }

  /** Sets as many elements as there are values. */
  default void write(int from, double[] values) {
    for (int i = 0; i < values.length; i++) {
      set(from + i, values[i]);
    }
  }

  /** Fills an array from elements on. */
  default void read(int from, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = get(from + i);
    }
  }

  /** Single precision. */
  record Floats(float[] array) implements Elements {

    @Override
    public int size() {
      return array.length - SLACK;
    }

    @Override
    public double get(int position) {
      return array[position];
    }

    @Override
    public void set(int position, double value) {
      array[position] = (float) value;
    }

    @Override
    public void setBits(int position, long bits) {
      array[position] = Float.intBitsToFloat((int) bits);
    }

    @Override
    public void fill(int from, int to, double value) {
      Arrays.fill(array, from, to, (float) value);
    }

    @Override
    public MemorySegment segment(int from, int size) {
      return MemorySegment.ofArray(array).asSlice(4L * from, 4L * size);
    }
  }

  /** Double precision. */
  record Doubles(double[] array) implements Elements {

    @Override
    public int size() {
      return array.length - SLACK;
    }

    @Override
    public double get(int position) {
      return array[position];
    }

    @Override
    public void set(int position, double value) {
      array[position] = value;
    }

    @Override
    public void setBits(int position, long bits) {
      array[position] = Double.longBitsToDouble(bits);
    }

    @Override
    public void fill(int from, int to, double value) {
      Arrays.fill(array, from, to, value);
    }

    @Override
    public MemorySegment segment(int from, int size) {
      return MemorySegment.ofArray(array).asSlice(8L * from, 8L * size);
    }
  }
}
