package org.prairieml.engine;

import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.RecentlyUsed;
import org.prairieml.graph.Program;

/**
 * The plans that were made last in this process. The networks of a comparison differ in their
 * weights only, and planning a training step takes longer than hundreds of its runs.
 */
final class PlanMemory {

  /** How many plans are remembered. */
  private static final int REMEMBERED = 64;

  private static final RecentlyUsed<ProgramIdentity, Entry> ENTRIES =
      new RecentlyUsed<>(REMEMBERED);

  private PlanMemory() {}

  /** A plan in the making: who comes second waits for the first, others do not. */
  private static final class Entry {

    private ProgramPlan plan;

    synchronized ProgramPlan plan(Program program, NumberFormat format) {
      if (plan == null) {
        plan = ProgramPlan.of(program, format);
      }
      return plan;
    }
  }

  /** Returns a plan of a program, perhaps one that was made of another program just like it. */
  static ProgramPlan plan(Program program, NumberFormat format) {
    if (!ProgramIdentity.isCheap(program)) {
      return ProgramPlan.of(program, format);
    }
    return ENTRIES
        .get(ProgramIdentity.of(program, format), identity -> new Entry())
        .plan(program, format);
  }
}
