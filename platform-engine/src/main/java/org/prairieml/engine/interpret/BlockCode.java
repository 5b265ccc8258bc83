package org.prairieml.engine.interpret;

import java.util.EnumSet;
import java.util.Set;
import org.prairieml.engine.lane.LaneOp;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopEmitter;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.tier.Contest;
import org.prairieml.engine.tier.Price;

/** The code of one instruction over a block: plain until a class of vectors is fast. */
final class BlockCode implements LoopKernel {

  /** Shorter blocks take no longer than looking at the clock. */
  private static final int WORTH_TIMING = 64;

  /** What vectors do in memory of their own. */
  private static final Set<LaneOp> WITH_SCRATCH =
      EnumSet.of(LaneOp.SCALAR, LaneOp.PATCH, LaneOp.LOOK_UP);

  private final LoopKernel plain;
  private final Contest<LoopKernel> contest;

  private BlockCode(LoopStructure structure) {
    this.plain = PlainEmitter.compile(structure);
    this.contest = new Contest<>(Price.SMALL_KERNEL, () -> LoopEmitter.compile(structure));
  }

  /** Returns the code of a loop over a block, whose vector axis is the inner one. */
  static LoopKernel of(LoopStructure structure) {
    return hasVectors(structure) ? new BlockCode(structure) : PlainEmitter.compile(structure);
  }

  /** Returns whether a kernel of vectors can do without offsets of lanes and scratch space. */
  static boolean hasVectors(LoopStructure structure) {
    return structure.body().stream()
            .noneMatch(instruction -> WITH_SCRATCH.contains(instruction.op()))
        && structure.loads().stream().noneMatch(BlockCode::isApart)
        && structure.stores().stream().noneMatch(store -> isApart(store.pattern()));
  }

  private static boolean isApart(AccessPattern pattern) {
    return pattern.inner() == Stride.ANY;
  }

  @Override
  public void run(Object[] arrays, int[] numbers) {
    LoopKernel winner = contest.winner();
    if (winner != null) {
      winner.run(arrays, numbers);
      return;
    }
    int work = (numbers[1] - numbers[0]) * (numbers[3] - numbers[2]);
    if (work < WORTH_TIMING) {
      plain.run(arrays, numbers);
      return;
    }
    boolean tries = contest.portion() > 0;
    LoopKernel code = tries ? contest.candidate() : plain;
    long start = System.nanoTime();
    code.run(arrays, numbers);
    long nanos = System.nanoTime() - start;
    if (tries) {
      contest.tried(work, nanos);
    } else {
      contest.slow(work, nanos);
    }
  }
}
