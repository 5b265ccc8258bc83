package org.prairieml.engine.optimize;

import java.util.List;
import java.util.function.Supplier;
import org.prairieml.graph.Program;

/** Applies the passes until a program no longer gets shorter. */
public final class Optimizer {

  private static final int MOST_ROUNDS = 6;

  private static final List<Supplier<Pass>> PASSES =
      List.of(
          ThinProducts::new,
          MatMulTransposes::new,
          AlgebraicIdentities::new,
          ConstantFolding::new,
          LateBroadcasts::new,
          ReducedBroadcasts::new,
          FactoredSums::new,
          CommonSubexpressions::new);

  private Optimizer() {}

  /** Returns a program of the same meaning. */
  public static Program optimize(Program program) {
    Program present = program;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Program next = present;
      for (Supplier<Pass> pass : PASSES) {
        next = pass.get().apply(next);
      }
      if (round > 0 && next.order().size() == present.order().size()) {
        return next;
      }
      present = next;
    }
    return present;
  }
}
