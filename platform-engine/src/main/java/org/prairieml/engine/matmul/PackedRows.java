package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;
import org.prairieml.engine.memory.Elements;

/**
 * A copy of rows of the first operand: blocks of the inner dimension, in each the rows of every
 * tile next to each other, tile after tile.
 */
final class PackedRows {

  private final int height;
  private final int full;
  private final Layout layout;
  private final boolean whole;
  private final Elements elements;
  private final int start;
  private final PackKernel[] kernels;

  /**
   * Makes room.
   *
   * @param height the rows of a tile
   * @param rows the rows that there is room for
   * @param depth the inner dimension that there is room for
   * @param whole whether all blocks are kept, not only the last that was packed
   */
  PackedRows(NumberFormat format, int height, int rows, int depth, boolean whole, Layout layout) {
    this.height = height;
    this.full = TileStructure.packedStep(height);
    this.layout = layout;
    this.whole = whole;
    int overflow = PackStructure.overflow(format, full);
    this.start = Elements.start(format);
    int size = Math.ceilDiv(rows, height) * full * depth;
    this.elements = Elements.allocate(format, start + size + overflow);
    this.kernels = new PackKernel[height + 1];
    for (int count = 1; count <= height; count++) {
      int vectors = Math.ceilDiv(count, VectorTypes.lanes(format));
      kernels[count] = PackCode.of(new PackStructure(format, vectors, layout.row() != 1));
    }
  }

  /** Copies a block. In this order: what a tile writes behind itself is overwritten. */
  void pack(Object matrix, int matrix0, int rows, int from, int size) {
    for (int row = 0; row < rows; row += height) {
      int count = Math.min(height, rows - row);
      kernels[count].run(
          matrix,
          matrix0 + row * layout.row() + from * layout.column(),
          layout.row(),
          layout.column(),
          elements.array(),
          place(rows, from) + row / height * tile(size),
          TileStructure.packedStep(count),
          count,
          size);
    }
  }

  Object array() {
    return elements.array();
  }

  /** Returns where a block begins of that many rows. */
  int place(int rows, int from) {
    return start + (whole ? Math.ceilDiv(rows, height) * full * from : 0);
  }

  /** Returns the distance of tiles in a block of that inner dimension. */
  int tile(int size) {
    return full * size;
  }
}
