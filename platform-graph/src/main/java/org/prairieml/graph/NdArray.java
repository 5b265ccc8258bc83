package org.prairieml.graph;

import java.util.Arrays;

/**
 * Numbers with a shape: row-major float64 values on the Java heap.
 *
 * <p>This is how values travel between data sets, files, trainers and engines; graphs are made of
 * {@link Tensor}s, which have a shape but no values.
 *
 * @param shape the extent
 * @param values the elements, row-major; owned by this array and not to be changed afterwards
 */
public record NdArray(Shape shape, double[] values) {

  /**
   * Checks that there are as many values as the shape has elements.
   *
   * @throws GraphException if there are not
   */
  public NdArray {
    if (shape.size() != values.length) {
      throw new GraphException(
          "Array of shape "
              + shape
              + " needs "
              + shape.size()
              + " values, found "
              + values.length
              + ".");
    }
  }

  /** Returns a scalar. */
  public static NdArray scalar(double value) {
    return new NdArray(Shape.SCALAR, new double[] {value});
  }

  /** Returns an array of rank 1. */
  public static NdArray vector(double... values) {
    return new NdArray(Shape.of(values.length), values);
  }

  /** Returns an array with every element equal to {@code value}. */
  public static NdArray filled(Shape shape, double value) {
    double[] values = new double[shape.size()];
    Arrays.fill(values, value);
    return new NdArray(shape, values);
  }

  /** Returns the number of elements. */
  public int size() {
    return values.length;
  }

  /**
   * Returns the same values under another shape.
   *
   * @throws GraphException if the sizes differ
   */
  public NdArray reshape(Shape target) {
    return new NdArray(target, values);
  }

  /** Returns the rows {@code from} (inclusive) to {@code to} (exclusive) of axis 0, as a copy. */
  public NdArray rows(int from, int to) {
    int width = shape.sizeBetween(1, shape.rank());
    return new NdArray(
        shape.with(0, to - from), Arrays.copyOfRange(values, from * width, to * width));
  }

  /** Returns whether shape and every value are equal, bit for bit (all NaN are one value). */
  @Override
  public boolean equals(Object other) {
    return other instanceof NdArray array
        && shape.equals(array.shape)
        && Arrays.equals(values, array.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "NdArray" + shape;
  }
}
