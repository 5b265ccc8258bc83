package org.prairieml.engine.matmul;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.TileStructure.First;
import org.prairieml.engine.memory.Elements;

/**
 * The product of two matrices of fixed extents and strides.
 *
 * <p>The second operand is walked in panels as wide as a register tile. Where its columns are next
 * to each other and it is small, the panels are read in place; else blocks of it are packed, panel
 * after panel, so that a tile walks through memory without gaps.
 */
final class Product implements MatrixProduct {

  /** The inner dimension of a packed block: a panel of it and a tile's rows stay in L1. */
  private static final int DEPTH_BLOCK = 256;

  /** Above this many elements the second operand is packed: its panels have gaps otherwise. */
  private static final int LARGE = 1 << 14;

  /** Rows that pay for packing the second operand. */
  private static final int MANY_ROWS = 48;

  /** From here on the first operand is packed too: its elements are read for every panel. */
  private static final int MANY_COLUMNS = 512;

  /** Above this many elements a transposed first operand is packed: a tile uses few per line. */
  private static final int LARGE_TURNED = 1 << 13;

  private final NumberFormat format;
  private final int rows;
  private final int columns;
  private final int depth;
  private final int aRow;
  private final int aStep;
  private final int bStep;
  private final int bColumn;
  private final int cRow;
  private final int lanes;
  private final int width;
  private final boolean packs;
  private final boolean packsFirst;
  private final PanelWalk first;
  private final PanelWalk firstRest;
  private final PanelWalk further;
  private final PanelWalk furtherRest;
  private final PackKernel packing;
  private final PackKernel packingRest;
  private final PackKernel packingFirst;
  private final PackKernel packingFirstRest;
  private final Elements packedFirst;
  private final Object packed;

  /**
   * How a matrix lies in memory.
   *
   * @param row the distance of its rows, in elements
   * @param column the distance of its columns
   */
  record Layout(int row, int column) {

    Layout transpose() {
      return new Layout(column, row);
    }
  }

  /**
   * Prepares a product.
   *
   * @param accumulate whether it is added to what is there
   * @param resultRow the distance of the result's rows; its columns are next to each other
   */
  Product(
      NumberFormat format,
      int rows,
      int columns,
      int depth,
      Layout a,
      Layout b,
      int resultRow,
      boolean accumulate) {
    this.format = format;
    this.lanes = VectorTypes.lanes(format);
    this.rows = rows;
    this.columns = columns;
    this.depth = depth;
    this.aRow = a.row;
    this.aStep = a.column;
    this.bStep = b.row;
    this.bColumn = b.column;
    this.cRow = resultRow;
    this.width = columns <= lanes ? lanes : 2 * lanes;
    boolean turned = aRow == 1 && aStep != 1 && (long) rows * depth > LARGE_TURNED;
    boolean large = (long) columns * depth > LARGE && rows >= MANY_ROWS;
    this.packs = bColumn != 1 || large || turned;
    this.packsFirst = packs && (columns >= MANY_COLUMNS || turned) && rows >= PanelWalk.WIDE_ROWS;
    int rest = columns % width;
    this.first = walk(format, width, accumulate);
    this.firstRest = rest == 0 ? null : walk(format, rest, accumulate);
    this.further = walk(format, width, true);
    this.furtherRest = rest == 0 ? null : walk(format, rest, true);
    int height = first.tileRows();
    this.packing = packing(width, bColumn);
    this.packingRest = packing(rest, bColumn);
    this.packingFirst = packing(height, aRow);
    this.packingFirstRest = packing(rows % height, aRow);
    int firstStep = TileStructure.packedStep(height);
    this.packedFirst =
        packsFirst
            ? Elements.allocate(
                format,
                Math.ceilDiv(rows, height) * firstStep * Math.min(depth, DEPTH_BLOCK)
                    + PackStructure.overflow(format, firstStep))
            : null;
    this.packed =
        packs
            ? Elements.allocate(
                    format,
                    width * Math.min(depth, DEPTH_BLOCK) + PackStructure.overflow(format, width))
                .array()
            : null;
  }

  private PanelWalk walk(NumberFormat format, int count, boolean accumulate) {
    First form = packsFirst ? First.PACKED : aStep == 1 ? First.ROWS : First.STRIDED;
    return new PanelWalk(format, count, accumulate, form, packs);
  }

  @Override
  public void run(Object a, int a0, Object b, int b0, Object c, int c0) {
    int block = packs ? DEPTH_BLOCK : depth;
    int from = 0;
    do {
      int size = Math.min(block, depth - from);
      block(a, a0 + from * aStep, b, b0 + from * bStep, c, c0, size, from > 0);
      from += block;
    } while (from < depth);
  }

  private void block(
      Object a, int a0, Object b, int b0, Object c, int c0, int size, boolean further) {
    if (packsFirst) {
      packFirst(a, a0, size);
    }
    for (int column = 0; column < columns; column += width) {
      int count = Math.min(width, columns - column);
      PanelWalk walk =
          count == width
              ? pick(further, this.further, first)
              : pick(further, furtherRest, firstRest);
      if (packs) {
        int apart = panelWidth(count);
        pack(b, b0 + column * bColumn, size, count, apart);
        if (packsFirst) {
          int panel = TileStructure.packedStep(first.tileRows()) * size;
          walk.run(
              packedFirst.array(), 0, panel, 0, packed, 0, apart, c, c0 + column, cRow, size, rows);
        } else {
          walk.run(a, a0, aRow, aStep, packed, 0, apart, c, c0 + column, cRow, size, rows);
        }
      } else {
        walk.run(a, a0, aRow, aStep, b, b0 + column, bStep, c, c0 + column, cRow, size, rows);
      }
    }
  }

  /** Returns the width of a packed panel: whole vectors, so that a tile stores no more. */
  private int panelWidth(int count) {
    return Math.ceilDiv(count, lanes) * lanes;
  }

  private static PanelWalk pick(boolean condition, PanelWalk yes, PanelWalk no) {
    return condition ? yes : no;
  }

  private void pack(Object b, int b0, int size, int count, int apart) {
    (count == width ? packing : packingRest)
        .run(b, b0, bColumn, bStep, packed, 0, apart, count, size);
  }

  /** Puts the rows of every tile next to each other, tile after tile. */
  private void packFirst(Object a, int a0, int size) {
    int height = first.tileRows();
    int full = TileStructure.packedStep(height);
    for (int row = 0; row < rows; row += height) {
      int count = Math.min(height, rows - row);
      (count == height ? packingFirst : packingFirstRest)
          .run(
              a,
              a0 + row * aRow,
              aRow,
              aStep,
              packedFirst.array(),
              row / height * full * size,
              TileStructure.packedStep(count),
              count,
              size);
    }
  }

  private PackKernel packing(int count, int distance) {
    return PackCode.of(new PackStructure(format, Math.ceilDiv(count, lanes), distance != 1));
  }
}
