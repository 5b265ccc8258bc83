package org.prairieml.engine.matmul;

/**
 * The columns of a matrix cut into panels of whole vectors, of widths as even as possible: one
 * vector alone would leave a tile with too few sums to keep the multipliers busy.
 */
final class Panels {

  private final int columns;
  private final int lanes;
  private final int widest;
  private final int[] starts;

  /**
   * Cuts.
   *
   * @param columns how many columns there are
   * @param lanes how many columns a vector has
   * @param widest how many vectors a panel has at most
   */
  Panels(int columns, int lanes, int widest) {
    this.columns = columns;
    this.lanes = lanes;
    this.widest = widest;
    int vectors = Math.ceilDiv(columns, lanes);
    int count = Math.ceilDiv(vectors, widest);
    this.starts = new int[count + 1];
    for (int panel = 0; panel < count; panel++) {
      // the wider ones come first
      int wide = vectors / count + (panel < vectors % count ? 1 : 0);
      starts[panel + 1] = starts[panel] + wide * lanes;
    }
  }

  /** Returns the number of panels. */
  int count() {
    return starts.length - 1;
  }

  /** Returns the vectors that the widest panel may have. */
  int widest() {
    return widest;
  }

  /** Returns the vectors of a panel. */
  int vectors(int panel) {
    return room(panel) / lanes;
  }

  /** Returns the first column of a panel; of the one behind the last, where the last ends. */
  int from(int panel) {
    return starts[panel];
  }

  /** Returns how many columns a panel has: fewer than its vectors could hold in the last. */
  int columns(int panel) {
    return Math.min(columns, starts[panel + 1]) - starts[panel];
  }

  /** Returns how many columns a panel's vectors hold. */
  int room(int panel) {
    return starts[panel + 1] - starts[panel];
  }

  /** Returns how many columns the vectors of all panels hold. */
  int room() {
    return starts[count()];
  }
}
