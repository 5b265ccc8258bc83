package org.prairieml.engine.convolution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.engine.tier.Contest;
import org.prairieml.engine.tier.Price;

/** The code of all register tiles of equal structure: plain loops until their class is fast. */
final class RowTileCode implements RowTile {

  private static final Map<TileStructure, RowTileCode> ALL = new ConcurrentHashMap<>();

  private final Contest<RowTile> contest;
  private final RowTile plain;

  private RowTileCode(TileStructure structure) {
    this.contest = new Contest<>(Price.SMALL_KERNEL, () -> RowTileEmitter.compile(structure));
    this.plain = new PlainRowTile(structure);
  }

  static RowTile of(TileStructure structure) {
    return ALL.computeIfAbsent(structure, RowTileCode::new);
  }

  @Override
  public void run(
      Object a,
      int a0,
      int aStep,
      Object b,
      int b0,
      Object c,
      int c0,
      int cRow,
      int[] rows,
      int from,
      int to,
      int[] runs,
      int columns,
      boolean accumulate) {
    RowTile winner = contest.winner();
    if (winner != null) {
      winner.run(a, a0, aStep, b, b0, c, c0, cRow, rows, from, to, runs, columns, accumulate);
      return;
    }
    boolean tries = contest.portion() > 0;
    RowTile code = tries ? contest.candidate() : plain;
    long start = System.nanoTime();
    code.run(a, a0, aStep, b, b0, c, c0, cRow, rows, from, to, runs, columns, accumulate);
    long nanos = System.nanoTime() - start;
    long work = (to - from) * (1L + depth(runs)) * columns;
    if (tries) {
      contest.tried(work, nanos);
    } else {
      contest.slow(work, nanos);
    }
  }

  private static int depth(int[] runs) {
    int depth = 0;
    for (int run = 0; run < runs.length; run += PER_RUN) {
      depth += runs[run + 2];
    }
    return depth;
  }
}
