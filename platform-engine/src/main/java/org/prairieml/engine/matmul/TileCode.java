package org.prairieml.engine.matmul;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.engine.matmul.TileStructure.First;
import org.prairieml.engine.tier.Contest;
import org.prairieml.engine.tier.Price;

/** The code of all register tiles of equal structure: plain loops until their class is fast. */
final class TileCode implements TileKernel {

  private static final Map<TileStructure, TileCode> ALL = new ConcurrentHashMap<>();

  private final TileStructure structure;
  private final Contest<TileKernel> contest;
  private final TileKernel plain;

  private TileCode(TileStructure structure) {
    this.structure = structure;
    this.contest = new Contest<>(Price.SMALL_KERNEL, () -> TileEmitter.compile(structure));
    this.plain = new PlainTile(structure);
  }

  static TileCode of(TileStructure structure) {
    return ALL.computeIfAbsent(structure, TileCode::new);
  }

  @Override
  public void run(
      Object a,
      int a0,
      int aRow,
      int aStep,
      Object b,
      int b0,
      int bStep,
      Object c,
      int c0,
      int cRow,
      int depth,
      int rows,
      int columns) {
    TileKernel winner = contest.winner();
    if (winner != null) {
      winner.run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, rows, columns);
      return;
    }
    int tried = contest.portion() == 0 ? 0 : structure.rows();
    int before = rows - tried;
    if (before > 0) {
      long start = System.nanoTime();
      plain.run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, before, columns);
      contest.slow((long) before * columns * depth, System.nanoTime() - start);
    }
    if (tried > 0) {
      // tiles of a packed operand follow each other
      int a1 = a0 + (structure.first() == First.PACKED ? before / tried : before) * aRow;
      int c1 = c0 + before * cRow;
      long start = System.nanoTime();
      contest.candidate().run(a, a1, aRow, aStep, b, b0, bStep, c, c1, cRow, depth, tried, columns);
      contest.tried((long) tried * columns * depth, System.nanoTime() - start);
    }
  }
}
