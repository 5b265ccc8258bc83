package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.Product.Layout;
import org.prairieml.engine.memory.Elements;

/**
 * A copy of the second operand, so that a tile walks it without gaps: blocks of the inner
 * dimension, in each panel after panel.
 */
final class PackedColumns {

  private final Panels panels;
  private final Layout layout;
  private final boolean whole;
  private final Elements elements;
  private final int start;
  private final PackKernel[] kernels;

  /**
   * Makes room.
   *
   * @param depth the inner dimension that there is room for
   * @param whole whether all blocks are kept, not only the last that was packed
   */
  PackedColumns(NumberFormat format, Panels panels, int depth, boolean whole, Layout layout) {
    this.panels = panels;
    this.layout = layout;
    this.whole = whole;
    int overflow = PackStructure.overflow(format, panels.widest() * VectorTypes.lanes(format));
    this.start = Elements.start(format);
    this.elements = Elements.allocate(format, start + panels.room() * depth + overflow);
    this.kernels = new PackKernel[panels.count()];
    for (int panel = 0; panel < kernels.length; panel++) {
      boolean turned = layout.column() != 1;
      kernels[panel] = PackCode.of(new PackStructure(format, panels.vectors(panel), turned));
    }
  }

  /** Copies a block. In this order: what a panel writes behind itself is overwritten. */
  void pack(Object matrix, int matrix0, int from, int size) {
    for (int panel = 0; panel < kernels.length; panel++) {
      kernels[panel].run(
          matrix,
          matrix0 + panels.from(panel) * layout.column() + from * layout.row(),
          layout.column(),
          layout.row(),
          elements.array(),
          place(panel, from, size),
          step(panel),
          panels.columns(panel),
          size);
    }
  }

  Object array() {
    return elements.array();
  }

  /** Returns where a panel of a block begins. */
  int place(int panel, int from, int size) {
    int block = whole ? panels.room() * from : 0;
    return start + block + panels.from(panel) * size;
  }

  /** Returns the distance of a panel's neighbors along the inner dimension. */
  int step(int panel) {
    return panels.room(panel);
  }
}
