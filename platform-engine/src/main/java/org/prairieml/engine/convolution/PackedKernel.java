package org.prairieml.engine.convolution;

import java.util.List;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Elements;

/** A kernel as panels of columns: every panel has the rows of all taps one after another. */
final class PackedKernel {

  private final Layout layout;
  private final List<Panel> panels;
  private final int lanes;
  private final int taps;
  private final int rows;
  private final int[] starts;
  private final Elements packed;
  private final PanelCopy copy;

  /**
   * Where an element stands before.
   *
   * @param tap the distance of taps
   * @param group the distance of groups
   * @param row the distance of a tap's rows
   * @param column the distance of columns
   * @param reversed whether the last tap is packed first
   */
  record Layout(int tap, int group, int row, int column, boolean reversed) {}

  /**
   * Prepares packing.
   *
   * @param rows how many rows a tap has
   */
  PackedKernel(NumberFormat format, Layout layout, List<Panel> panels, int taps, int rows) {
    this.layout = layout;
    this.panels = panels;
    this.lanes = VectorTypes.lanes(format);
    this.taps = taps;
    this.rows = rows;
    this.starts = new int[panels.size() + 1];
    starts[0] = Elements.start(format);
    for (int i = 0; i < panels.size(); i++) {
      starts[i + 1] = starts[i] + taps * rows * panels.get(i).vectors() * lanes;
    }
    this.packed = Elements.allocate(format, starts[panels.size()]);
    this.copy = new PanelCopy(format, layout.column);
  }

  /** Packs the kernel that starts at a position. */
  void pack(Object kernel, int kernel0) {
    for (int i = 0; i < panels.size(); i++) {
      Panel panel = panels.get(i);
      int width = panel.vectors() * lanes;
      int first = kernel0 + panel.group() * layout.group + panel.from() * layout.column;
      for (int tap = 0; tap < taps; tap++) {
        int from = first + (layout.reversed ? taps - 1 - tap : tap) * layout.tap;
        int to = starts[i] + tap * rows * width;
        copy.copy(kernel, from, layout.row, packed.array(), to, width, rows, panel.columns());
      }
    }
  }

  /** Returns the array of all panels. */
  Object array() {
    return packed.array();
  }

  /** Returns where a panel starts. */
  int start(int panel) {
    return starts[panel];
  }
}
