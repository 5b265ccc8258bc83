package org.prairieml.engine.matmul;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.TileStructure.First;

/**
 * The product of two matrices of fixed extents and strides.
 *
 * <p>A small result stays in the cache while blocks of the inner dimension are added to it, each
 * panel after panel as wide as a register tile. A large one is finished in blocks of rows, each
 * panel after panel, each of them block after block of the inner dimension. An operand that is not
 * read well in place is copied first ({@link PackedColumns}, {@link PackedRows}).
 */
final class Product implements MatrixProduct {

  /** The inner dimension of a block where only the second operand is packed. */
  private static final int DEPTH_BLOCK = 256;

  /** The bytes of a packed panel's block, which stays in L1 beside the packed rows of a tile. */
  private static final int PANEL_BYTES = 1 << 15;

  /** Above this many elements the second operand is packed: its panels have gaps otherwise. */
  private static final int LARGE = 1 << 14;

  /** Rows that pay for packing the second operand. */
  private static final int MANY_ROWS = 48;

  /** From here on the first operand is packed too: its elements are read for every panel. */
  private static final int MANY_COLUMNS = 512;

  /** Above this many elements a transposed first operand is packed: a tile uses few per line. */
  private static final int LARGE_TURNED = 1 << 13;

  private final RowBlocks rows;
  private final int depth;
  private final int depthBlock;
  private final Layout left;
  private final Layout right;
  private final int resultRow;
  private final Panels panels;
  private final PanelWalk[] first;
  private final PanelWalk[] further;
  private final PackedRows packedRows;
  private final PackedColumns packedColumns;

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
      RowBlocks rows,
      int columns,
      int depth,
      Layout left,
      Layout right,
      int resultRow,
      boolean accumulate) {
    this.rows = rows;
    this.depth = depth;
    this.left = left;
    this.right = right;
    this.resultRow = resultRow;
    int count = rows.rows();
    boolean turned = left.row == 1 && left.column != 1 && (long) count * depth > LARGE_TURNED;
    boolean large = (long) columns * depth > LARGE && count >= MANY_ROWS;
    boolean packs = right.column != 1 || large || turned;
    boolean packsRows = packs && (columns >= MANY_COLUMNS || turned) && count >= TileHeight.LOW;
    int together = Math.min(rows.step(), count);
    int lanes = VectorTypes.lanes(format);
    int vectors = Math.ceilDiv(columns, lanes);
    int height = packsRows ? TileHeight.ofPacked(together, vectors) : TileHeight.LOW;
    int widest = TileHeight.widest(height);
    int longest = packsRows ? inCache(format, lanes * widest) : packs ? DEPTH_BLOCK : depth;
    this.depthBlock = Math.clamp(depth, 1, Math.max(1, longest));
    this.panels = new Panels(columns, lanes, widest);
    boolean whole = rows.count() > 1;
    int room = whole ? depth : depthBlock;
    this.packedRows =
        packsRows ? new PackedRows(format, height, together, room, whole, left) : null;
    this.packedColumns = packs ? new PackedColumns(format, panels, room, whole, right) : null;
    First form = packsRows ? First.PACKED : left.column == 1 ? First.ROWS : First.STRIDED;
    IntFunction<TileStructure> tiles =
        wide -> {
          int tall = packsRows ? height : TileHeight.ofPlaced(wide);
          return new TileStructure(format, tall, wide, accumulate, form, packs);
        };
    this.first = walks(tiles);
    this.further = walks(wide -> tiles.apply(wide).accumulating());
  }

  private static int inCache(NumberFormat format, int width) {
    return Math.min(DEPTH_BLOCK, PANEL_BYTES * Byte.SIZE / (width * format.bits()));
  }

  private PanelWalk[] walks(IntFunction<TileStructure> tiles) {
    return IntStream.range(0, panels.count())
        .mapToObj(i -> new PanelWalk(tiles.apply(panels.vectors(i)), panels.columns(i)))
        .toArray(PanelWalk[]::new);
  }

  @Override
  public void run(Object a, int a0, Object b, int b0, Object c, int c0, Listener listener) {
    if (rows.count() == 1) {
      for (int from = 0; from == 0 || from < depth; from += depthBlock) {
        pack(a, a0, b, b0, 0, from);
        for (int panel = 0; panel < panels.count(); panel++) {
          add(0, panel, from, a, a0, b, b0, c, c0);
        }
      }
      listener.finished(0);
      return;
    }
    for (int block = 0; block < rows.count(); block++) {
      for (int from = 0; from < depth; from += depthBlock) {
        pack(a, a0, b, b0, block, from);
      }
      for (int panel = 0; panel < panels.count(); panel++) {
        for (int from = 0; from == 0 || from < depth; from += depthBlock) {
          add(block, panel, from, a, a0, b, b0, c, c0);
        }
      }
      listener.finished(block);
    }
  }

  /** Packs what one block of the inner dimension needs; all columns for the first block of rows. */
  private void pack(Object a, int a0, Object b, int b0, int block, int from) {
    int size = Math.min(depthBlock, depth - from);
    if (packedRows != null) {
      packedRows.pack(a, a0 + rows.from(block) * left.row(), rows.rows(block), from, size);
    }
    if (packedColumns != null && block == 0) {
      packedColumns.pack(b, b0, from, size);
    }
  }

  /** Adds what one block of the inner dimension contributes to the rows of a block in a panel. */
  private void add(
      int block, int panel, int from, Object a, int a0, Object b, int b0, Object c, int c0) {
    int size = Math.min(depthBlock, depth - from);
    int row = rows.from(block);
    int count = rows.rows(block);
    int to = c0 + row * resultRow + panels.from(panel);
    boolean placed = packedColumns == null;
    Object second = placed ? b : packedColumns.array();
    int second0 =
        placed
            ? b0 + panels.from(panel) + from * right.row()
            : packedColumns.place(panel, from, size);
    int step = placed ? right.row() : packedColumns.step(panel);
    PanelWalk walk = from == 0 ? first[panel] : further[panel];
    if (packedRows == null) {
      int start = a0 + row * left.row() + from * left.column();
      walk.run(
          a,
          start,
          left.row(),
          left.column(),
          second,
          second0,
          step,
          c,
          to,
          resultRow,
          size,
          count);
    } else {
      int start = packedRows.place(count, from);
      int tile = packedRows.tile(size);
      walk.run(
          packedRows.array(), start, tile, 0, second, second0, step, c, to, resultRow, size, count);
    }
  }
}
