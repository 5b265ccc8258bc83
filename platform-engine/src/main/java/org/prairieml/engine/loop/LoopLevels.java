package org.prairieml.engine.loop;

import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LaneOp;

/** How often the instructions of a loop must be computed. */
public final class LoopLevels {

  private LoopLevels() {}

  /** Returns per instruction 0 for once, 1 for once per row of the outer axis, 2 for always. */
  public static int[] of(LoopStructure loop) {
    int[] levels = new int[loop.body().size()];
    for (int i = 0; i < levels.length; i++) {
      LaneInstruction instruction = loop.body().get(i);
      if (instruction.op() == LaneOp.INPUT) {
        levels[i] = level(loop.loads().get((Integer) instruction.payload()));
      }
      for (Lane operand : instruction.operands()) {
        levels[i] = Math.max(levels[i], levels[operand.index()]);
      }
    }
    return levels;
  }

  private static int level(AccessPattern pattern) {
    if (pattern.inner() != Stride.ZERO) {
      return 2;
    }
    return pattern.outer() != Stride.ZERO ? 1 : 0;
  }
}
