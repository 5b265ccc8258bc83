package org.prairieml.engine.interpret;

import org.prairieml.engine.loop.LoopEmitter;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.memory.RecentlyUsed;
import org.prairieml.engine.tier.Contest;
import org.prairieml.engine.tier.Price;

/**
 * The code of all fused loops of equal structure in this process: interpreted at first, and, once
 * it has run for some time, a class of its own.
 */
public final class LoopCode {

  /** How many structures are remembered. */
  private static final int REMEMBERED = 4_096;

  private static final RecentlyUsed<LoopStructure, LoopCode> ALL = new RecentlyUsed<>(REMEMBERED);

  private final LoopStructure structure;
  private final LastPart lastPart;
  private final Contest<LoopKernel> contest;

  private LoopCode(LoopStructure structure) {
    this.structure = structure;
    this.lastPart = new LastPart(structure);
    this.contest = new Contest<>(Price.LOOP, () -> LoopEmitter.compile(structure));
  }

  /** Returns the code of a structure. */
  public static LoopCode of(LoopStructure structure) {
    return ALL.get(structure, LoopCode::new);
  }

  /** Returns a loop for one user: it holds the interpreter's memory. */
  public LoopKernel newLoop() {
    LoopKernel winner = contest.winner();
    return winner == null ? new Tiered(new InterpretedLoop(structure)) : winner;
  }

  /** Takes the class where it is fast. */
  private final class Tiered implements LoopKernel {

    private InterpretedLoop interpreter;

    /**
     * The interpreter is made here, not when it is needed: the compiler would make it part of every
     * loop's run.
     */
    Tiered(InterpretedLoop interpreter) {
      this.interpreter = interpreter;
    }

    @Override
    public void run(Object[] arrays, int[] numbers) {
      LoopKernel winner = contest.winner();
      if (winner != null) {
        interpreter = null;
        winner.run(arrays, numbers);
        return;
      }
      long portion = contest.portion();
      if (portion == 0) {
        interpret(arrays, numbers);
      } else {
        race(arrays, numbers, portion);
      }
    }

    /** Leaves the last part of the run to the class. */
    private void race(Object[] arrays, int[] numbers, long portion) {
      int axis = lastPart.axis(numbers);
      int from = numbers[axis - 1];
      int to = numbers[axis];
      int start = lastPart.start(numbers, axis, portion);
      if (start > from) {
        numbers[axis] = start;
        interpret(arrays, numbers);
        numbers[axis] = to;
      }
      numbers[axis - 1] = start;
      contest.tried(work(numbers), nanos(contest.candidate(), arrays, numbers));
      numbers[axis - 1] = from;
    }

    private void interpret(Object[] arrays, int[] numbers) {
      contest.slow(work(numbers), nanos(interpreter, arrays, numbers));
    }

    private static long nanos(LoopKernel code, Object[] arrays, int[] numbers) {
      long start = System.nanoTime();
      code.run(arrays, numbers);
      return System.nanoTime() - start;
    }

    private static long work(int[] numbers) {
      return (long) (numbers[1] - numbers[0]) * (numbers[3] - numbers[2]);
    }
  }
}
