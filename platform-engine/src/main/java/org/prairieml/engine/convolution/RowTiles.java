package org.prairieml.engine.convolution;

import org.prairieml.engine.lane.NumberFormat;

/** Register tiles of one form and width, by height; each is made when it is first needed. */
final class RowTiles {

  private final NumberFormat format;
  private final TileForm form;
  private final int vectors;
  private final RowTile[] byHeight;

  RowTiles(NumberFormat format, TileForm form, int vectors) {
    this.format = format;
    this.form = form;
    this.vectors = vectors;
    this.byHeight = new RowTile[TileStructure.mostRows(form, vectors) + 1];
  }

  /** Returns the height of the tiles, at most {@code most}, that cover some rows most evenly. */
  static int height(int rows, int most) {
    return rows == 0 ? most : Math.ceilDiv(rows, Math.ceilDiv(rows, most));
  }

  /** Returns the height of the tiles that cover some rows most evenly. */
  int height(int rows) {
    return height(rows, byHeight.length - 1);
  }

  /** Returns the tile of a height. */
  RowTile get(int height) {
    if (byHeight[height] == null) {
      byHeight[height] = RowTileCode.of(new TileStructure(format, form, height, vectors));
    }
    return byHeight[height];
  }
}
