package org.prairieml.engine.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.fuse.Sink;
import org.prairieml.engine.interpret.LoopCode;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.Fold;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.memory.Block;
import org.prairieml.engine.memory.Elements;
import org.prairieml.engine.parallel.Parts;
import org.prairieml.engine.parallel.Team;
import org.prairieml.engine.step.Epilogue;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.Tensor;

/** A fused loop bound to memory; one that is cut as a product's result can follow that product. */
public final class LoopStep implements Step, Epilogue {

  private final LoopPlan plan;
  private final LoopStructure structure;
  private final Team team;
  private final Split split;
  private final List<Block> blocks = new ArrayList<>();
  private final LoopPart[] parts;
  private final Fill[] fills;
  private final Merge[] merges;
  private final Parts work;

  /** What must stand in memory before the loop. */
  private record Fill(Block block, double value) {

    void run() {
      block.elements().fill(block.offset(), block.offset() + block.size(), value);
    }
  }

  /** What one part folded, to be folded into the target. */
  private record Merge(Block from, Block into, Fold fold) {

    void run() {
      for (int i = 0; i < into.size(); i++) {
        int to = into.offset() + i;
        double present = into.elements().get(to);
        double other = from.elements().get(from.offset() + i);
        // The sum of two floats, taken in double precision and rounded, is correctly rounded.
        double folded = fold == Fold.SUM ? present + other : Math.max(present, other);
        into.elements().set(to, folded);
      }
    }
  }

  /** Binds a plan. */
  public LoopStep(LoopPlan plan, Function<Tensor, Block> memory, Team team) {
    this(plan, memory, team, Split.of(plan));
  }

  /** Binds a plan whose parts are given. */
  public LoopStep(LoopPlan plan, Function<Tensor, Block> memory, Team team, Split split) {
    this.plan = plan;
    this.structure = plan.structure();
    this.team = team;
    this.split = split;
    plan.accesses().forEach(access -> blocks.add(memory.apply(access.base())));
    List<Fill> before = new ArrayList<>();
    for (Sink sink : plan.sinks()) {
      if (sink.fill() != null) {
        before.add(new Fill(memory.apply(sink.target()), sink.fill()));
      }
    }
    List<Merge> after = new ArrayList<>();
    this.parts =
        plan.isEmpty()
            ? new LoopPart[0]
            : IntStream.range(0, split.parts())
                .mapToObj(part -> part(part, before, after))
                .toArray(LoopPart[]::new);
    this.fills = before.toArray(Fill[]::new);
    this.merges = after.toArray(Merge[]::new);
    this.work = part -> parts[part].run();
  }

  private LoopPart part(int part, List<Fill> before, List<Merge> after) {
    int count = blocks.size();
    Object[] arrays = new Object[2 * count + 2];
    int[] numbers = new int[LoopKernel.HEADER + LoopKernel.PER_ACCESS * count];
    numbers[0] = split.inner() ? 0 : split.from(part);
    numbers[1] = split.inner() ? plan.outerExtent() : split.to(part, plan.outerExtent());
    numbers[2] = split.inner() ? split.from(part) : 0;
    numbers[3] = split.inner() ? split.to(part, plan.innerExtent()) : plan.innerExtent();
    for (int access = 0; access < count; access++) {
      Block block = memoryOf(access, part, before, after);
      arrays[access] = block.elements().array();
      arrays[count + access] = laneOffsets(access);
      int position = LoopKernel.HEADER + LoopKernel.PER_ACCESS * access;
      numbers[position] = block.offset() + plan.accesses().get(access).view().offset();
      numbers[position + 1] = plan.outerStride(access);
      numbers[position + 2] = plan.innerStride(access);
    }
    arrays[2 * count] = scratch().array();
    arrays[2 * count + 1] = positions();
    int[][] aroundStrides =
        IntStream.range(0, count).mapToObj(plan::aroundStrides).toArray(int[][]::new);
    LoopKernel kernel = LoopCode.of(structure).newLoop();
    return new LoopPart(kernel, arrays, numbers, plan.aroundExtents(), aroundStrides);
  }

  /** The first part folds into the target itself, every other into memory of its own. */
  private Block memoryOf(int access, int part, List<Fill> before, List<Merge> after) {
    Block block = blocks.get(access);
    int fold = access - structure.loads().size() - structure.stores().size();
    if (part == 0 || fold < 0 || !split.shares(structure.folds().get(fold).pattern())) {
      return block;
    }
    Fold operation = structure.folds().get(fold).fold();
    Block own = Block.allocate(structure.format(), block.shape());
    before.add(new Fill(own, operation.identity()));
    after.add(new Merge(own, block, operation));
    return own;
  }

  private int[] laneOffsets(int access) {
    int stride = structure.vectorInner() ? plan.innerStride(access) : plan.outerStride(access);
    if (Stride.of(stride) != Stride.ANY) {
      return null;
    }
    return IntStream.range(0, VectorTypes.lanes(structure.format())).map(i -> i * stride).toArray();
  }

  /** Room for two vectors, and for the columns of folds that keep a vector per inner index. */
  private Elements scratch() {
    long columns = structure.folds().stream().filter(fold -> keepsColumns(fold.pattern())).count();
    int lanes = VectorTypes.lanes(structure.format());
    return Elements.allocate(
        structure.format(), Math.toIntExact(lanes * (2 + columns * plan.innerExtent())));
  }

  private int[] positions() {
    return structure.looksUp()
        ? new int[LoopKernel.POSITIONS + VectorTypes.lanes(structure.format())]
        : null;
  }

  private boolean keepsColumns(AccessPattern pattern) {
    return !structure.vectorInner()
        && pattern.outer() == Stride.ZERO
        && pattern.inner() != Stride.ZERO;
  }

  @Override
  public void run() {
    start();
    team.run(work, parts.length);
    finish();
  }

  @Override
  public void start() {
    for (Fill fill : fills) {
      fill.run();
    }
  }

  @Override
  public void block(int block) {
    parts[block].run();
  }

  @Override
  public void finish() {
    for (Merge merge : merges) {
      merge.run();
    }
  }
}
