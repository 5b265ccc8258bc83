package org.prairieml.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.parallel.Parts;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.Convolution;
import org.prairieml.graph.ConvolutionInputGradient;

/**
 * A convolution, or its gradient towards the input, bound to memory.
 *
 * <p>Pixels that meet the same taps are the rows of a matrix that nobody makes: its elements are
 * read where the source has them. The sums of a register tile go over taps and channels; the kernel
 * is packed once per run. Padding is not read. Threads share the blocks of pixels.
 */
public final class SumOverTaps implements Step {

  /** What a block of pixels reads stays in the second-level cache, also of small machines. */
  private static final int BLOCK_BYTES = 1 << 18;

  /** More than that is no faster, and leaves less to share. */
  private static final int MOST_PIXELS = 512;

  private final Block source;
  private final Block kernel;
  private final Block target;
  private final Channels channels;
  private final List<Panel> panels;
  private final PackedKernel packed;
  private final RowTile[] tiles;
  private final PixelBlock[] blocks;
  private final Team team;
  private final int parts;
  private final Parts work;

  private SumOverTaps(
      TapWalk walk, Block source, Block kernel, Block target, NumberFormat format, Team team) {
    this.source = source;
    this.kernel = kernel;
    this.target = target;
    this.channels = Channels.of(walk);
    this.panels = channels.panels(format);
    this.packed =
        new PackedKernel(format, layout(walk), panels, walk.taps(), channels.sourcesPerTap());
    TileForm form = channels.depthwise() ? TileForm.CHANNEL_COLUMNS : TileForm.PIXEL_ROWS;
    int height = Panel.height(panels, form);
    this.tiles =
        panels.stream()
            .map(panel -> new TileStructure(format, form, height, panel.vectors()))
            .map(RowTileCode::of)
            .toArray(RowTile[]::new);
    this.blocks = blocks(walk, format, height);
    this.team = team;
    boolean large = channels.isWorthSharing(walk);
    this.parts = large ? blocks.length : 1;
    this.work = large ? this::multiply : _ -> multiplyAll();
  }

  /** Binds a convolution: operands are the input and the kernel. */
  public static SumOverTaps of(
      Convolution operation, List<Block> operands, Block result, NumberFormat format, Team team) {
    Block input = operands.get(0);
    Block kernel = operands.get(1);
    TapWalk walk =
        new TapWalk(operation.geometry(), input.shape(), result.shape(), kernel.shape(), false);
    return new SumOverTaps(walk, input, kernel, result, format, team);
  }

  /** Binds a gradient: operands are the cotangent and the kernel. */
  public static SumOverTaps of(
      ConvolutionInputGradient operation,
      List<Block> operands,
      Block result,
      NumberFormat format,
      Team team) {
    Block cotangent = operands.get(0);
    Block kernel = operands.get(1);
    TapWalk walk =
        new TapWalk(operation.geometry(), cotangent.shape(), result.shape(), kernel.shape(), true);
    return new SumOverTaps(walk, cotangent, kernel, result, format, team);
  }

  private PackedKernel.Layout layout(TapWalk walk) {
    int outputs = walk.kernel().dimension(-1);
    int tap = walk.kernel().dimension(-2) * outputs;
    int group = outputs / walk.geometry().groups();
    return walk.towardsInput() && !channels.depthwise()
        ? new PackedKernel.Layout(tap, group, 1, outputs, true)
        : new PackedKernel.Layout(tap, group, outputs, 1, walk.towardsInput());
  }

  private PixelBlock[] blocks(TapWalk walk, NumberFormat format, int height) {
    int pixelBytes = Math.max(1, channels.sources()) * format.bits() / Byte.SIZE;
    int pixels = Math.clamp(BLOCK_BYTES / pixelBytes, height, MOST_PIXELS);
    int limit = Panel.rowsInCache(panels, format);
    List<PixelBlock> all = new ArrayList<>();
    for (TapPattern pattern : TapPattern.of(walk)) {
      int step = channels.depthwise() ? pattern.tapStep() * channels.sources() : 1;
      int[][] taps = numbers(pattern.products(channels, step).chunks(limit));
      int[] table =
          RowTable.of(
              pattern.bases(), channels.sources(), pattern.targets(), channels.targets(), height);
      all.addAll(PixelBlock.of(table, pixels / height * height, taps, step));
    }
    return all.toArray(PixelBlock[]::new);
  }

  /** Returns the numbers of each chunk; where there is none, of one that makes zeros. */
  private static int[][] numbers(List<List<Runs.Run>> chunks) {
    return chunks.isEmpty()
        ? new int[1][0]
        : chunks.stream().map(Runs::numbers).toArray(int[][]::new);
  }

  @Override
  public void run() {
    packed.pack(kernel.elements().array(), kernel.offset());
    team.run(work, parts);
  }

  private void multiplyAll() {
    for (int block = 0; block < blocks.length; block++) {
      multiply(block);
    }
  }

  private void multiply(int block) {
    for (int panel = 0; panel < tiles.length; panel++) {
      multiply(blocks[block], panel);
    }
  }

  private void multiply(PixelBlock block, int index) {
    Panel panel = panels.get(index);
    int source0 = source.offset() + channels.firstSource(panel);
    int target0 = target.offset() + channels.firstTarget(panel);
    for (int chunk = 0; chunk < block.taps().length; chunk++) {
      tiles[index].run(
          source.elements().array(),
          source0,
          block.step(),
          packed.array(),
          packed.start(index),
          target.elements().array(),
          target0,
          0,
          block.table(),
          block.from(),
          block.to(),
          block.taps()[chunk],
          panel.columns(),
          chunk > 0);
    }
  }
}
