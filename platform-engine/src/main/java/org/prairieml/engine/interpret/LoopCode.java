package org.prairieml.engine.interpret;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.engine.loop.LoopEmitter;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.tier.Contest;

/**
 * The code of all fused loops of equal structure in this process: interpreted at first, and, once
 * it has run for some time, a class of its own.
 */
public final class LoopCode {

  /** How many structures are remembered: a search makes new ones without end. */
  private static final int REMEMBERED = 4_096;

  private static final Map<LoopStructure, LoopCode> ALL =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<LoopStructure, LoopCode> eldest) {
              return size() > REMEMBERED;
            }
          });

  private final LoopStructure structure;
  private final Contest contest = new Contest();
  private volatile LoopKernel compiled;

  private LoopCode(LoopStructure structure) {
    this.structure = structure;
  }

  /** Returns the code of a structure. */
  public static LoopCode of(LoopStructure structure) {
    return ALL.computeIfAbsent(structure, LoopCode::new);
  }

  /** Returns a loop for one user: it holds the interpreter's memory. */
  public LoopKernel newLoop() {
    return new Tiered();
  }

  private LoopKernel compiled() {
    if (compiled == null) {
      synchronized (this) {
        if (compiled == null) {
          compiled = LoopEmitter.compile(structure);
        }
      }
    }
    return compiled;
  }

  /** Takes the class where it is fast. */
  private final class Tiered implements LoopKernel {

    private InterpretedLoop interpreter;

    @Override
    public void run(Object[] arrays, int[] numbers) {
      if (contest.isDecided()) {
        interpreter = null;
        compiled().run(arrays, numbers);
        return;
      }
      long work = (long) (numbers[1] - numbers[0]) * (numbers[3] - numbers[2]);
      boolean tries = contest.isTurn();
      LoopKernel code = tries ? compiled() : interpreter();
      long start = System.nanoTime();
      code.run(arrays, numbers);
      long nanos = System.nanoTime() - start;
      if (tries) {
        contest.tried(work, nanos);
      } else {
        contest.slow(work, nanos);
      }
    }

    private LoopKernel interpreter() {
      if (interpreter == null) {
        interpreter = new InterpretedLoop(structure);
      }
      return interpreter;
    }
  }
}
