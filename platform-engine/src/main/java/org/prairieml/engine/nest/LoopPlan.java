package org.prairieml.engine.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.engine.fuse.Sink;
import org.prairieml.engine.fuse.Task;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;

/** A fused loop with its axes chosen: its structure, and the geometry of every access. */
public final class LoopPlan {

  private final NumberFormat format;
  private final LoopNest nest;
  private final Axes axes;
  private final AxisOrder order;
  private final List<Access> accesses = new ArrayList<>();
  private final List<Sink> stores;
  private final List<Sink> folds;
  private final LoopStructure structure;

  /** Plans a loop. */
  public LoopPlan(Task.Loop loop, NumberFormat format) {
    this.format = format;
    this.nest = new LoopNest(loop, format);
    this.stores = nest.sinks().stream().filter(sink -> sink.fold() == null).toList();
    this.folds = nest.sinks().stream().filter(sink -> sink.fold() != null).toList();
    accesses.addAll(nest.loads());
    stores.forEach(sink -> accesses.add(new Access(sink.target(), sink.place())));
    folds.forEach(sink -> accesses.add(new Access(sink.target(), sink.place())));
    this.axes = Axes.of(nest.space(), accesses.stream().map(Access::view).toList());
    this.order = AxisOrder.of(axes, format, nest.code().instructions().size(), foldPositions());
    this.structure = buildStructure();
  }

  private List<Integer> foldPositions() {
    return IntStream.range(accesses.size() - folds.size(), accesses.size()).boxed().toList();
  }

  private LoopStructure buildStructure() {
    List<AccessPattern> patterns =
        IntStream.range(0, accesses.size()).mapToObj(this::pattern).toList();
    int firstStore = nest.loads().size();
    int firstFold = firstStore + stores.size();
    return new LoopStructure(
        format,
        order.vectorInner(),
        nest.code().instructions(),
        patterns.subList(0, firstStore),
        IntStream.range(0, stores.size())
            .mapToObj(i ->
                new LoopStructure.Store(nest.value(stores.get(i)), patterns.get(firstStore + i)))
            .toList(),
        IntStream.range(0, folds.size())
            .mapToObj(i ->
                new LoopStructure.FoldInto(
                    nest.value(folds.get(i)), folds.get(i).fold(), patterns.get(firstFold + i)))
            .toList());
  }

  private AccessPattern pattern(int access) {
    Stride outer = Stride.of(outerStride(access));
    Stride inner = Stride.of(innerStride(access));
    boolean isStore = access >= nest.loads().size() && access < nest.loads().size() + stores.size();
    if (isStore && order.vector() < 0) {
      // a single element is stored as a vector of which one lane counts
      return new AccessPattern(outer, Stride.ONE);
    }
    return new AccessPattern(outer, inner);
  }

  private int outerAxis() {
    return order.vectorInner() ? order.other() : order.vector();
  }

  private int innerAxis() {
    return order.vectorInner() ? order.vector() : order.other();
  }

  int outerStride(int access) {
    return axes.stride(access, outerAxis());
  }

  int innerStride(int access) {
    return axes.stride(access, innerAxis());
  }

  /** Returns the stride of an access along one of the two axes of the generated loop. */
  int stride(int access, boolean inner) {
    return inner ? innerStride(access) : outerStride(access);
  }

  /** Returns the code's structure. */
  public LoopStructure structure() {
    return structure;
  }

  /** Returns how many indices the outer axis of the generated loop has. */
  public int outerExtent() {
    return axes.extent(outerAxis());
  }

  /** Returns how many indices the inner axis of the generated loop has. */
  public int innerExtent() {
    return axes.extent(innerAxis());
  }

  /** Returns how many indices the axes around the generated loop have, outermost first. */
  public int[] aroundExtents() {
    return order.around().stream().mapToInt(axes::extent).toArray();
  }

  /** Returns the strides of an access along the axes around the generated loop. */
  int[] aroundStrides(int access) {
    return order.around().stream().mapToInt(axis -> axes.stride(access, axis)).toArray();
  }

  /** Returns whether the space has no index at all, so that nothing is computed. */
  public boolean isEmpty() {
    return nest.space().size() == 0;
  }

  List<Access> accesses() {
    return accesses;
  }

  /** Returns what is stored and folded. */
  public List<Sink> sinks() {
    return nest.sinks();
  }
}
