package org.prairieml.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Neighboring columns of a group that a register tile computes together.
 *
 * @param group the group
 * @param from the first column, counted from the group's first
 * @param columns how many columns
 * @param vectors how many vectors hold them
 */
record Panel(int group, int from, int columns, int vectors) {

  /** More than half of the smallest first-level caches, as they are today. */
  private static final int CACHED_BYTES = 28 << 10;

  /** Returns panels of about equal width that cover the columns of every group. */
  static List<Panel> of(int groups, int columns, int lanes, int widest) {
    int vectors = Math.ceilDiv(columns, lanes);
    int count = Math.ceilDiv(vectors, widest);
    List<Panel> panels = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = 0;
      for (int i = 0; i < count; i++) {
        int width = vectors / count + (i < vectors % count ? 1 : 0);
        int taken = Math.min(width * lanes, columns - from);
        panels.add(new Panel(group, from, taken, width));
        from += taken;
      }
    }
    return panels;
  }

  /** Returns a height of tiles that suits all panels. */
  static int height(List<Panel> panels, TileForm form) {
    return panels.stream()
        .mapToInt(panel -> TileStructure.mostRows(form, panel.vectors()))
        .min()
        .orElse(1);
  }

  /** Returns how many rows of every panel stay in the first-level cache beside other data. */
  static int rowsInCache(List<Panel> panels, NumberFormat format) {
    int vectors = panels.stream().mapToInt(Panel::vectors).max().orElse(1);
    int rowBytes = vectors * VectorTypes.lanes(format) * format.bits() / Byte.SIZE;
    return CACHED_BYTES / rowBytes;
  }
}
