package org.prairieml.engine.matmul;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.engine.tier.Contest;

/** The code of all register tiles of equal structure: plain loops until their class is fast. */
final class TileCode implements TileKernel {

  private static final Map<TileStructure, TileCode> ALL = new ConcurrentHashMap<>();

  private final TileStructure structure;
  private final Contest contest = new Contest();
  private final TileKernel plain;
  private volatile TileKernel compiled;

  private TileCode(TileStructure structure) {
    this.structure = structure;
    this.plain = new PlainTile(structure);
  }

  static TileCode of(TileStructure structure) {
    return ALL.computeIfAbsent(structure, TileCode::new);
  }

  private TileKernel compiled() {
    if (compiled == null) {
      synchronized (this) {
        if (compiled == null) {
          compiled = TileEmitter.compile(structure);
        }
      }
    }
    return compiled;
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
    if (contest.isDecided()) {
      compiled().run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, rows, columns);
      return;
    }
    boolean tries = contest.isTurn();
    TileKernel code = tries ? compiled() : plain;
    long start = System.nanoTime();
    code.run(a, a0, aRow, aStep, b, b0, bStep, c, c0, cRow, depth, rows, columns);
    long nanos = System.nanoTime() - start;
    long work = (long) rows * columns * depth;
    if (tries) {
      contest.tried(work, nanos);
    } else {
      contest.slow(work, nanos);
    }
  }
}
