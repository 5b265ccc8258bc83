package org.prairieml.engine.memory;

import org.prairieml.graph.Shape;

/**
 * The memory of one tensor, row-major.
 *
 * @param elements where it stands
 * @param offset the position of its first element
 * @param shape its extent
 */
public record Block(Elements elements, int offset, Shape shape) {

  /** Returns the number of elements. */
  public int size() {
    return shape.size();
  }
}
