package org.prairieml.engine.convolution;

import java.util.List;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.memory.Elements;

/** A panel of the cotangents of a chunk of pixels, pixel after pixel. Not for several threads. */
final class PackedPixels {

  private final Block cotangent;
  private final Channels channels;
  private final List<Panel> panels;
  private final int lanes;
  private final Elements packed;
  private final int start;
  private final PanelCopy copy;
  private PixelChunk chunk;
  private int panel;

  PackedPixels(Block cotangent, Channels channels, List<Panel> panels, NumberFormat format) {
    this.cotangent = cotangent;
    this.channels = channels;
    this.panels = panels;
    this.lanes = VectorTypes.lanes(format);
    int widest = panels.stream().mapToInt(Panel::vectors).max().orElse(0) * lanes;
    this.start = Elements.start(format);
    this.packed = Elements.allocate(format, start + Panel.rowsInCache(panels, format) * widest);
    this.copy = new PanelCopy(format, 1);
  }

  /** Packs a panel of a chunk; what was there is gone. */
  void pack(PixelChunk chunk, int panel) {
    this.chunk = chunk;
    this.panel = panel;
    int width = panels.get(panel).vectors() * lanes;
    int first = cotangent.offset() + channels.firstTarget(panels.get(panel));
    for (int i = 0; i < chunk.cotangents().length; i++) {
      int place = chunk.pixels()[RowTile.PER_RUN * i + 1];
      int length = chunk.pixels()[RowTile.PER_RUN * i + 2];
      copy.copy(
          cotangent.elements().array(),
          first + chunk.cotangents()[i],
          chunk.cotangentStep(),
          packed.array(),
          start + place * width,
          width,
          length,
          panels.get(panel).columns());
    }
  }

  /** Returns the pixels. */
  PixelChunk chunk() {
    return chunk;
  }

  /** Returns the number of the panel. */
  int panel() {
    return panel;
  }

  /** Returns the array. */
  Object array() {
    return packed.array();
  }

  /** Returns where the first pixel stands in the array. */
  int start() {
    return start;
  }
}
