package org.prairieml.engine.convolution;

import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.parallel.Parts;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.ConvolutionKernelGradient;

/**
 * The gradient of a convolution towards its kernel, bound to memory.
 *
 * <p>The rows of a register tile are channels of the input as a tap meets them, or taps where the
 * convolution is depthwise; its sums go over pixels. Pixels are taken in chunks, whose cotangents
 * are packed once for all rows, and a long sum is a sum of short ones. Threads share the kernel's
 * rows, in blocks of each panel of columns.
 */
public final class SumOverPixels implements Step {

  private static final int BLOCK_ROWS = 96;

  private final Block input;
  private final Block cotangent;
  private final Block result;
  private final NumberFormat format;
  private final Channels channels;
  private final List<Panel> panels;
  private final RowTiles[] tiles;
  private final PixelChunk[] chunks;
  private final int tapHeight;
  private final int rows;
  private final int blocks;
  private final PackedPixels[] packed;
  private final Team team;
  private final Parts work;

  private SumOverPixels(
      TapWalk walk, Block input, Block cotangent, Block result, NumberFormat format, Team team) {
    this.input = input;
    this.cotangent = cotangent;
    this.result = result;
    this.format = format;
    this.team = team;
    this.channels = Channels.of(walk);
    this.panels = channels.panels(format);
    TileForm form = channels.depthwise() ? TileForm.CHANNEL_COLUMNS : TileForm.CHANNEL_ROWS;
    this.tiles =
        panels.stream()
            .map(panel -> new RowTiles(format, form, panel.vectors()))
            .toArray(RowTiles[]::new);
    this.tapHeight = RowTiles.height(walk.taps(), Panel.height(panels, form));
    this.rows = walk.taps() * channels.sourcesPerTap();
    this.blocks = channels.depthwise() ? 1 : Math.max(1, Math.ceilDiv(rows, BLOCK_ROWS));
    this.chunks =
        TapPattern.of(walk).stream()
            .flatMap(pattern -> chunks(pattern).stream())
            .toArray(PixelChunk[]::new);
    this.packed = packed(channels.isWorthSharing(walk) ? team.size() : 1);
    this.work = this::addPart;
  }

  /** Binds a gradient: operands are the input and the cotangent. */
  public static SumOverPixels of(
      ConvolutionKernelGradient operation,
      List<Block> operands,
      Block result,
      NumberFormat format,
      Team team) {
    Block input = operands.get(0);
    Block cotangent = operands.get(1);
    TapWalk walk =
        new TapWalk(operation.geometry(), input.shape(), cotangent.shape(), result.shape(), false);
    return new SumOverPixels(walk, input, cotangent, result, format, team);
  }

  private PackedPixels[] packed(int threads) {
    return IntStream.range(0, Math.clamp(blocks * panels.size(), 1, threads))
        .mapToObj(_ -> new PackedPixels(cotangent, channels, panels, format))
        .toArray(PackedPixels[]::new);
  }

  private List<PixelChunk> chunks(TapPattern pattern) {
    int[] kernelRows =
        channels.depthwise()
            ? RowTable.of(
                pattern.distances(),
                channels.sources(),
                pattern.taps(),
                channels.targets(),
                tapHeight)
            : Runs.numbers(pattern.products(channels, 1).all());
    return PixelChunk.of(pattern, channels, kernelRows, Panel.rowsInCache(panels, format));
  }

  @Override
  public void run() {
    result.elements().fill(result.offset(), result.offset() + result.size(), 0);
    team.run(work, packed.length);
  }

  /** Adds to a part of the kernel's rows: those of whole blocks in some panels. */
  private void addPart(int part) {
    int all = blocks * panels.size();
    int from = part * all / packed.length;
    int to = (part + 1) * all / packed.length;
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      for (int panel = from / blocks; panel * blocks < to; panel++) {
        packed[part].pack(chunks[chunk], panel);
        if (channels.depthwise()) {
          addTaps(packed[part]);
        } else {
          int first = Math.max(from - panel * blocks, 0) * BLOCK_ROWS;
          int end = Math.min(to - panel * blocks, blocks) * BLOCK_ROWS;
          addChannels(packed[part], first, Math.min(end, rows));
        }
      }
    }
  }

  private void addTaps(PackedPixels pixels) {
    int[] table = pixels.chunk().rows();
    add(pixels, tapHeight, 0, 0, table, 0, RowTable.rows(table));
  }

  /** Adds to the kernel's rows from {@code first} to {@code end} that the pixels count for. */
  private void addChannels(PackedPixels pixels, int first, int end) {
    int[] runs = pixels.chunk().rows();
    for (int run = 0; run < runs.length; run += RowTile.PER_RUN) {
      int row = runs[run + 1];
      int from = Math.max(row, first);
      int count = Math.min(row + runs[run + 2], end) - from;
      if (count > 0) {
        addRows(pixels, runs[run] + from - row, from * channels.targets(), count);
      }
    }
  }

  private void addRows(PackedPixels pixels, int input0, int result0, int count) {
    int height = tiles[pixels.panel()].height(count);
    int full = count / height * height;
    add(pixels, height, input0, result0, null, 0, full);
    if (full < count) {
      add(pixels, count - full, input0, result0, null, full, count);
    }
  }

  private void add(
      PackedPixels pixels, int height, int input0, int result0, int[] table, int from, int to) {
    Panel panel = panels.get(pixels.panel());
    tiles[pixels.panel()]
        .get(height)
        .run(
            input.elements().array(),
            input.offset() + channels.firstSource(panel) + input0,
            pixels.chunk().pixelStep(),
            pixels.array(),
            pixels.start(),
            result.elements().array(),
            result.offset() + channels.firstTarget(panel) + result0,
            channels.targets(),
            table,
            from,
            to,
            pixels.chunk().pixels(),
            panel.columns(),
            true);
  }
}
