package org.prairieml.engine.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.tier.Contest;
import org.prairieml.engine.tier.Price;

/** The code of all gathers of a format: a plain loop until a class of vectors is fast. */
final class GatherCode implements GatherKernel {

  private static final Map<NumberFormat, GatherCode> ALL = new ConcurrentHashMap<>();

  private final SliceLoops plain;
  private final Contest<GatherKernel> contest;

  private GatherCode(NumberFormat format) {
    this.plain = SliceLoops.LOOPS.of(format);
    this.contest = new Contest<>(Price.SMALL_KERNEL, () -> GatherEmitter.compile(format));
  }

  static GatherKernel of(NumberFormat format) {
    return ALL.computeIfAbsent(format, GatherCode::new);
  }

  @Override
  public void run(
      int[] positions, int first, int last, Object values, int from, Object target, int to) {
    GatherKernel winner = contest.winner();
    if (winner != null) {
      winner.run(positions, first, last, values, from, target, to);
      return;
    }
    int tried = Math.clamp(contest.portion(), 0, last - first);
    int middle = last - tried;
    if (middle > first) {
      long start = System.nanoTime();
      plain.gather(positions, first, middle, values, from, target, to);
      contest.slow(middle - first, System.nanoTime() - start);
    }
    if (tried > 0) {
      long start = System.nanoTime();
      contest.candidate().run(positions, middle, last, values, from, target, to);
      contest.tried(tried, System.nanoTime() - start);
    }
  }
}
