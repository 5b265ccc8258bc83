package org.prairieml.engine.convolution;

import java.util.List;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Which channels of the source count for which of the target.
 *
 * @param sources the channels of a pixel of the source
 * @param targets the channels of a pixel of the target
 * @param groups the blocks of channels
 */
record Channels(int sources, int targets, int groups) {

  /** Products below which a convolution stays on one thread: some ten microseconds. */
  private static final long SMALLEST_SHARED = 1 << 20;

  static Channels of(TapWalk walk) {
    return new Channels(
        walk.source().dimension(-1), walk.target().dimension(-1), walk.geometry().groups());
  }

  /** Returns whether every channel is a group: products are of vectors then, not of matrices. */
  boolean depthwise() {
    return groups > 1 && sources == groups && targets == groups;
  }

  /** Returns how many channels of the source a channel of the target takes from a tap. */
  int sourcesPerTap() {
    return sources / groups;
  }

  /** Returns the panels of the target's channels. */
  List<Panel> panels(NumberFormat format) {
    int parts = depthwise() ? 1 : groups;
    return Panel.of(parts, targets / parts, VectorTypes.lanes(format), TileStructure.mostVectors());
  }

  /** Returns the first channel of the source that counts for a panel. */
  int firstSource(Panel panel) {
    return depthwise() ? panel.from() : panel.group() * sourcesPerTap();
  }

  /** Returns the first channel of the target in a panel. */
  int firstTarget(Panel panel) {
    return panel.group() * (targets / groups) + panel.from();
  }

  /** Returns whether a convolution has work for several threads, padding counted as well. */
  boolean isWorthSharing(TapWalk walk) {
    int pixels = walk.target().sizeBetween(0, walk.axes() + 1);
    return (long) pixels * targets * walk.taps() * sourcesPerTap() > SMALLEST_SHARED;
  }
}
