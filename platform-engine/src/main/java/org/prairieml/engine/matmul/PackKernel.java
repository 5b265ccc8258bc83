package org.prairieml.engine.matmul;

/** Copies parts of a matrix so that a tile finds its elements without gaps. */
@FunctionalInterface
public interface PackKernel {

  /**
   * Puts the columns of a part of a matrix one below the other. Behind each column, and behind the
   * last one for as many columns as a vector has lanes, anything may be written.
   *
   * @param from the matrix' array
   * @param start the position of its first element
   * @param row the distance of its rows
   * @param column the distance of its columns
   * @param to the array of the copy
   * @param place where the first column is put
   * @param step how far apart the columns are put, at least the vectors that hold one if they are
   *     more than one; the elements of a column are next to each other
   * @param rows the rows of the part, at least 1
   * @param columns the columns of the part
   */
  void run(
      Object from,
      int start,
      int row,
      int column,
      Object to,
      int place,
      int step,
      int rows,
      int columns);
}
