package org.prairieml.graph;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The static extent of a tensor: a list of non-negative dimensions, row-major, outermost first.
 *
 * <p>A scalar has rank 0 and size 1. Shapes are immutable and compare by value.
 */
public final class Shape {

  /** The shape of a scalar. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dimensions;

  private Shape(int[] dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Returns the shape with these dimensions.
   *
   * @throws GraphException if a dimension is negative or the size exceeds {@link Integer#MAX_VALUE}
   */
  public static Shape of(int... dimensions) {
    long size = 1;
    for (int dimension : dimensions) {
      if (dimension < 0) {
        throw new GraphException(
            "Shape " + Arrays.toString(dimensions) + ": a dimension is negative.");
      }
      size *= dimension;
      if (size > Integer.MAX_VALUE) {
        throw new GraphException(
            "Shape " + Arrays.toString(dimensions) + ": more than 2^31 - 1 elements.");
      }
    }
    return new Shape(dimensions.clone());
  }

  /** Returns the number of axes. */
  public int rank() {
    return dimensions.length;
  }

  /** Returns the number of elements, the product of all dimensions. */
  public int size() {
    return sizeBetween(0, rank());
  }

  /** Returns the product of the dimensions of the axes {@code from} (inclusive) to {@code to}. */
  public int sizeBetween(int from, int to) {
    int size = 1;
    for (int axis = from; axis < to; axis++) {
      size *= dimensions[axis];
    }
    return size;
  }

  /**
   * Returns the dimension of an axis; a negative axis counts from the end.
   *
   * @throws GraphException if there is no such axis
   */
  public int dimension(int axis) {
    return dimensions[axis(axis)];
  }

  /**
   * Returns the axis as a non-negative number; -1 is the last axis.
   *
   * @throws GraphException if there is no such axis
   */
  public int axis(int axis) {
    int positive = axis < 0 ? axis + rank() : axis;
    if (positive < 0 || positive >= rank()) {
      throw new GraphException("Shape " + this + " has no axis " + axis + ".");
    }
    return positive;
  }

  /** Returns the dimensions, outermost first, as a new array. */
  public int[] dimensions() {
    return dimensions.clone();
  }

  /** Returns this shape with the dimension of one axis replaced. */
  public Shape with(int axis, int dimension) {
    int[] changed = dimensions();
    changed[axis(axis)] = dimension;
    return of(changed);
  }

  /** Returns this shape with an axis inserted before {@code axis}, which may equal the rank. */
  public Shape insert(int axis, int dimension) {
    int[] longer = new int[rank() + 1];
    System.arraycopy(dimensions, 0, longer, 0, axis);
    longer[axis] = dimension;
    System.arraycopy(dimensions, axis, longer, axis + 1, rank() - axis);
    return of(longer);
  }

  /** Returns this shape without one axis. */
  public Shape remove(int axis) {
    int gone = axis(axis);
    return of(IntStream.range(0, rank()).filter(i -> i != gone).map(i -> dimensions[i]).toArray());
  }

  /** Returns this shape followed by another. */
  public Shape concat(Shape tail) {
    return of(
        IntStream.concat(Arrays.stream(dimensions), Arrays.stream(tail.dimensions)).toArray());
  }

  /** Returns the row-major stride of every axis, in elements. */
  public int[] strides() {
    int[] strides = new int[rank()];
    int stride = 1;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= dimensions[axis];
    }
    return strides;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  /** Returns the dimensions in brackets: {@code [100, 40]}, {@code []} for a scalar. */
  @Override
  public String toString() {
    return Arrays.stream(dimensions)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
