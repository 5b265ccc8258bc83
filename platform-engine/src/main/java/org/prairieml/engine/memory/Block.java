package org.prairieml.engine.memory;

import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.graph.Shape;

/**
 * The memory of one tensor, row-major.
 *
 * @param elements where it stands
 * @param offset the position of its first element
 * @param shape its extent
 */
public record Block(Elements elements, int offset, Shape shape) {

  /** Returns a tensor of zeros in memory of its own. */
  public static Block allocate(NumberFormat format, Shape shape) {
    int start = Elements.start(format);
    return new Block(Elements.allocate(format, start + shape.size()), start, shape);
  }

  /** Returns the number of elements. */
  public int size() {
    return shape.size();
  }
}
