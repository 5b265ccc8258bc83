package org.prairieml.api.engine;

import java.lang.foreign.MemorySegment;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** The elements of an executable's input, state or output, row-major. */
public interface Buffer {

  /** Returns the shape. */
  Shape shape();

  /** Returns the number format of the elements. */
  Precision precision();

  /**
   * Writes every element, rounding to the buffer's precision.
   *
   * @throws GraphException if the number of values differs
   */
  void write(double... values);

  /** Returns a copy of every element. */
  NdArray read();

  /** Returns one element by its row-major position. */
  double get(int position);

  /** Returns the memory itself, elements in native order. */
  MemorySegment segment();
}
