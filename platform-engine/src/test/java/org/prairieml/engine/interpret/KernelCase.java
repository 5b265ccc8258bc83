package org.prairieml.engine.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.LookUp;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.memory.Elements;
import org.prairieml.graph.NdArray;

/** Memory of random extents, strides and values for a loop of some structure. */
final class KernelCase {

  /** Around the number of lanes, and beyond the interpreter's block. */
  private static final int[] EXTENTS = {1, 2, 3, 7, 8, 9, 15, 16, 17, 33, 50, 300};

  /** Elements behind the last one, which nobody may touch. */
  private static final int MARGIN = 3;

  /** A negative zero shows where 0 has been added, be it by a part that the place is not of. */
  private static final double[] SPECIAL = {Double.NaN, 0, 1 / 0.0, -1 / 0.0, 1e30, -0.0};

  private final SplittableRandom random;
  private final LoopStructure loop;
  private final int lanes;
  private final int outer;
  private final int inner;
  private final int[] numbers;
  private final List<Elements> memory = new ArrayList<>();

  KernelCase(LoopStructure loop, long seed) {
    this.random = new SplittableRandom(seed);
    this.loop = loop;
    this.lanes = VectorTypes.lanes(loop.format());
    this.outer = isStored(pattern -> pattern.outer() == Stride.ZERO) ? 1 : extent();
    this.inner = isStored(pattern -> pattern.inner() == Stride.ZERO) ? 1 : extent();
    this.numbers = new int[LoopKernel.HEADER + LoopKernel.PER_ACCESS * loop.accesses()];
    drawRange(0, outer, !loop.vectorInner());
    drawRange(2, inner, loop.vectorInner());
    patterns().forEach(this::drawMemory);
  }

  private int extent() {
    return EXTENTS[random.nextInt(EXTENTS.length)];
  }

  private boolean isStored(Predicate<AccessPattern> condition) {
    return loop.stores().stream().map(LoopStructure.Store::pattern).anyMatch(condition);
  }

  private List<AccessPattern> patterns() {
    List<AccessPattern> patterns = new ArrayList<>(loop.loads());
    loop.stores().forEach(store -> patterns.add(store.pattern()));
    loop.folds().forEach(fold -> patterns.add(fold.pattern()));
    return patterns;
  }

  /** A part of a loop starts at a whole vector. */
  private void drawRange(int position, int extent, boolean vectors) {
    int from = random.nextInt(3) == 0 ? random.nextInt(extent) : 0;
    numbers[position] = vectors ? from / lanes * lanes : from;
    numbers[position + 1] = random.nextInt(3) == 0 ? random.nextInt(from, extent) + 1 : extent;
  }

  private void drawMemory(AccessPattern pattern) {
    int innerStride = stride(pattern.inner(), pattern.outer() == Stride.ONE ? outer : 1);
    int outerStride =
        stride(pattern.outer(), pattern.inner() == Stride.ZERO ? 1 : inner * innerStride);
    int base = random.nextInt(4);
    int position = LoopKernel.HEADER + LoopKernel.PER_ACCESS * memory.size();
    numbers[position] = base;
    numbers[position + 1] = outerStride;
    numbers[position + 2] = innerStride;
    int last = Math.max((outer - 1) * outerStride + (inner - 1) * innerStride, tableSize() - 1);
    int size = base + last + 1 + MARGIN;
    Elements elements = Elements.allocate(loop.format(), size);
    elements.write(0, values(size));
    memory.add(elements);
  }

  /** Returns the size of the table that the next access is, or 0. */
  private int tableSize() {
    return loop.body().stream()
        .filter(instruction -> instruction.payload() instanceof LookUp)
        .map(instruction -> (LookUp) instruction.payload())
        .filter(table -> table.load() == memory.size())
        .mapToInt(LookUp::size)
        .max()
        .orElse(0);
  }

  private int stride(Stride stride, int atLeast) {
    return switch (stride) {
      case ZERO -> 0;
      case ONE -> 1;
      case ANY -> Math.max(2, atLeast + random.nextInt(3));
    };
  }

  private double[] values(int count) {
    return IntStream.range(0, count)
        .mapToDouble(_ -> random.nextInt(10) == 0 ? special() : random.nextGaussian())
        .toArray();
  }

  private double special() {
    return SPECIAL[Math.min(random.nextInt(40), SPECIAL.length - 1)];
  }

  /** Returns what stands in the memory of all stores and folds after a kernel has run on a copy. */
  List<NdArray> run(LoopKernel kernel) {
    Object[] arrays = new Object[2 * loop.accesses() + 2];
    List<Elements> copies = memory.stream().map(KernelCase::copy).toList();
    for (int access = 0; access < loop.accesses(); access++) {
      arrays[access] = copies.get(access).array();
      arrays[loop.accesses() + access] = laneOffsets(access);
    }
    int scratch = lanes * (2 + loop.folds().size() * inner);
    arrays[2 * loop.accesses()] = Elements.allocate(loop.format(), scratch).array();
    arrays[2 * loop.accesses() + 1] = new int[LoopKernel.POSITIONS + lanes];
    kernel.run(arrays, numbers.clone());
    return copies.stream().skip(loop.loads().size()).map(KernelCase::values).toList();
  }

  private static Elements copy(Elements elements) {
    return switch (elements) {
      case Elements.Floats(float[] array) -> new Elements.Floats(array.clone());
      case Elements.Doubles(double[] array) -> new Elements.Doubles(array.clone());
    };
  }

  private static NdArray values(Elements elements) {
    double[] values = new double[elements.size()];
    elements.read(0, values);
    return NdArray.vector(values);
  }

  private int[] laneOffsets(int access) {
    int position = LoopKernel.HEADER + LoopKernel.PER_ACCESS * access;
    int stride = numbers[position + (loop.vectorInner() ? 2 : 1)];
    return IntStream.range(0, lanes).map(lane -> lane * stride).toArray();
  }

  @Override
  public String toString() {
    return "%d by %d, vectors %s, %s, %s"
        .formatted(
            outer,
            inner,
            loop.vectorInner() ? "inner" : "outer",
            Arrays.toString(numbers),
            patterns());
  }
}
