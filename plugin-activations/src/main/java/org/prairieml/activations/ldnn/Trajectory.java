package org.prairieml.activations.ldnn;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.engine.Buffer;

/**
 * The last states that a loop went through, in the number format of the engine.
 *
 * <p>Memory is taken when a step is first kept, and used again by later steps and loops: {@code
 * steps * bytes of all states} at most.
 */
final class Trajectory {

  private final List<Buffer> states;
  private final int steps;
  private final List<MemorySegment> kept = new ArrayList<>();
  private final List<InnerLoop.Batch> batches = new ArrayList<>();
  private int last;

  /**
   * Creates an empty trajectory.
   *
   * @param states what is kept of a step
   * @param steps how many steps are kept, the last ones; may be 0
   */
  Trajectory(List<Buffer> states, int steps) {
    this.states = states;
    this.steps = steps;
  }

  /** Forgets all steps. */
  void clear() {
    last = 0;
  }

  /** Keeps the present states as those before the next step. */
  void keep(InnerLoop.Batch batch) {
    last++;
    if (steps == 0) {
      return;
    }
    if (kept.size() < Math.min(last, steps)) {
      kept.add(MemorySegment.ofArray(new byte[Math.toIntExact(bytes())]));
      batches.add(batch);
    }
    batches.set(place(last), batch);
    long at = 0;
    for (Buffer state : states) {
      MemorySegment present = state.segment();
      kept.get(place(last)).asSlice(at, present.byteSize()).copyFrom(present);
      at += present.byteSize();
    }
  }

  /** Returns the number of the last step, counted from 1. */
  int last() {
    return last;
  }

  /** Returns the number of the first step that is still known. */
  int first() {
    return Math.max(1, last - steps + 1);
  }

  /** Returns a step's batch. */
  InnerLoop.Batch batch(int step) {
    return batches.get(place(step));
  }

  /** Sets the states to what they were before a step. */
  void restore(int step) {
    long at = 0;
    for (Buffer state : states) {
      MemorySegment present = state.segment();
      present.copyFrom(kept.get(place(step)).asSlice(at, present.byteSize()));
      at += present.byteSize();
    }
  }

  private int place(int step) {
    return (step - 1) % steps;
  }

  private long bytes() {
    return states.stream().mapToLong(state -> state.segment().byteSize()).sum();
  }
}
