package org.prairieml.engine.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.fuse.Sink;
import org.prairieml.engine.loop.LoopCache;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.memory.Elements;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.Tensor;

/** A fused loop bound to memory. */
public final class LoopStep implements Step {

  private final LoopPlan plan;
  private final LoopKernel kernel;
  private final Object[] arrays;
  private final int[] numbers;
  private final int[] starts;
  private final int[] around;
  private final int[][] aroundStrides;
  private final int[] index;
  private final List<Fill> fills = new ArrayList<>();

  /** What must stand in a target before the loop. */
  private record Fill(Elements elements, int from, int to, double value) {}

  /** Binds a plan. */
  public LoopStep(LoopPlan plan, Function<Tensor, Block> memory) {
    this.plan = plan;
    this.kernel = LoopCache.kernel(plan.structure());
    this.around = plan.aroundExtents();
    this.index = new int[around.length];
    int count = plan.accesses().size();
    this.arrays = new Object[2 * count + 1];
    this.numbers = new int[LoopKernel.HEADER + LoopKernel.PER_ACCESS * count];
    this.starts = new int[count];
    this.aroundStrides = new int[count][];
    numbers[1] = plan.outerExtent();
    numbers[3] = plan.innerExtent();
    for (int i = 0; i < count; i++) {
      bind(i, memory.apply(plan.accesses().get(i).base()));
    }
    arrays[2 * count] = scratch(plan.structure()).array();
    plan.sinks().stream()
        .filter(sink -> sink.fill() != null)
        .forEach(sink -> addFill(sink, memory.apply(sink.target())));
  }

  private void bind(int access, Block block) {
    starts[access] = block.offset() + plan.accesses().get(access).view().offset();
    aroundStrides[access] = plan.aroundStrides(access);
    arrays[access] = block.elements().array();
    arrays[plan.accesses().size() + access] = laneOffsets(access);
    int position = LoopKernel.HEADER + LoopKernel.PER_ACCESS * access;
    numbers[position] = starts[access];
    numbers[position + 1] = plan.outerStride(access);
    numbers[position + 2] = plan.innerStride(access);
  }

  private int[] laneOffsets(int access) {
    int stride =
        plan.structure().vectorInner() ? plan.innerStride(access) : plan.outerStride(access);
    if (Stride.of(stride) != Stride.ANY) {
      return null;
    }
    int[] offsets = new int[VectorTypes.lanes(plan.structure().format())];
    for (int lane = 0; lane < offsets.length; lane++) {
      offsets[lane] = lane * stride;
    }
    return offsets;
  }

  private Elements scratch(LoopStructure loop) {
    int lanes = VectorTypes.lanes(loop.format());
    int columns =
        (int)
            loop.folds().stream()
                .filter(fold ->
                    !loop.vectorInner()
                        && fold.pattern().outer() == Stride.ZERO
                        && fold.pattern().inner() != Stride.ZERO)
                .count();
    return Elements.allocate(loop.format(), lanes * (2 + columns * plan.innerExtent()));
  }

  private void addFill(Sink sink, Block target) {
    fills.add(
        new Fill(target.elements(), target.offset(), target.offset() + target.size(), sink.fill()));
  }

  @Override
  public void run() {
    for (int i = 0; i < fills.size(); i++) {
      Fill fill = fills.get(i);
      fill.elements.fill(fill.from, fill.to, fill.value);
    }
    if (plan.isEmpty()) {
      return;
    }
    do {
      kernel.run(arrays, numbers);
    } while (advance());
  }

  /**
   * Moves to the next index of the axes around the generated loop; after the last, to the first.
   */
  private boolean advance() {
    for (int axis = around.length - 1; axis >= 0; axis--) {
      boolean wraps = ++index[axis] == around[axis];
      int distance = wraps ? 1 - around[axis] : 1;
      for (int access = 0; access < starts.length; access++) {
        numbers[LoopKernel.HEADER + LoopKernel.PER_ACCESS * access] +=
            distance * aroundStrides[access][axis];
      }
      if (!wraps) {
        return true;
      }
      index[axis] = 0;
    }
    return false;
  }
}
