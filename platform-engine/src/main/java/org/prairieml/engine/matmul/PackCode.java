package org.prairieml.engine.matmul;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.engine.tier.Contest;
import org.prairieml.engine.tier.Price;

/** The code of all packing of equal structure: plain loops until its class is fast. */
final class PackCode implements PackKernel {

  private static final Map<PackStructure, PackCode> ALL = new ConcurrentHashMap<>();

  private final Contest<PackKernel> contest;

  private PackCode(PackStructure structure) {
    this.contest = new Contest<>(Price.SMALL_KERNEL, () -> PackEmitter.compile(structure));
  }

  static PackKernel of(PackStructure structure) {
    return ALL.computeIfAbsent(structure, PackCode::new);
  }

  @Override
  public void run(
      Object from,
      int start,
      int row,
      int column,
      Object to,
      int place,
      int step,
      int rows,
      int columns) {
    PackKernel winner = contest.winner();
    if (winner != null) {
      winner.run(from, start, row, column, to, place, step, rows, columns);
      return;
    }
    // the last columns are tried: what is written behind them is not needed yet
    int tried = Math.clamp(contest.portion() / rows, 0, columns);
    int before = columns - tried;
    if (before > 0) {
      long began = System.nanoTime();
      RowPacking.pack(from, start, row, column, to, place, step, rows, before);
      contest.slow((long) before * rows, System.nanoTime() - began);
    }
    if (tried > 0) {
      int start1 = start + before * column;
      int place1 = place + before * step;
      long began = System.nanoTime();
      contest.candidate().run(from, start1, row, column, to, place1, step, rows, tried);
      contest.tried((long) tried * rows, System.nanoTime() - began);
    }
  }
}
