package org.prairieml.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.fuse.Fusion;
import org.prairieml.engine.fuse.Task;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneCode;
import org.prairieml.engine.lane.LookUp;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.Fold;
import org.prairieml.engine.loop.LoopEmitter;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.nest.LoopPlan;
import org.prairieml.engine.optimize.Optimizer;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.testkit.RandomPrograms;

/** The interpreter and the generated class of a loop give the same bits. */
@Tag("widths")
class TierTests {

  /** Shorter than the longest extents. */
  private static final int BLOCK = 256;

  static Stream<Long> seeds() {
    return RandomCases.seeds(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void float32LoopsGiveTheSameBits(long seed) {
    assertSameBits(seed, NumberFormat.FLOAT32);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void float64LoopsGiveTheSameBits(long seed) {
    assertSameBits(seed, NumberFormat.FLOAT64);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plainBlocksAndBlocksOfVectorsGiveTheSameBits(long seed) {
    for (NumberFormat format : NumberFormat.values()) {
      loops(seed, format).stream()
          .flatMap(loop -> blocks(loop, seed))
          .filter(BlockCode::hasVectors)
          .forEach(block -> {
            KernelCase memory = new KernelCase(block, seed);
            assertThat(memory.run(LoopEmitter.compile(block)))
                .as("%s", block)
                .isEqualTo(memory.run(PlainEmitter.compile(block)));
          });
    }
  }

  /**
   * Returns a loop's instructions over blocks, of whose operands the odd ones of some are numbers.
   */
  private static Stream<LoopStructure> blocks(LoopStructure loop, long seed) {
    return loop.body().stream()
        .filter(instruction -> !instruction.operands().isEmpty())
        .map(instruction ->
            BlockKernels.structure(
                loop.format(),
                instruction,
                IntStream.range(0, instruction.operands().size())
                    .mapToObj(operand ->
                        (operand + seed) % 2 == 1
                            && instruction.operands().get(operand).kind() == Lane.Kind.REAL)
                    .toList()))
        .distinct();
  }

  static Stream<Arguments> lookUps() {
    return Stream.of(NumberFormat.values())
        .flatMap(format ->
            Stream.of(true, false)
                .flatMap(vectorInner ->
                    patterns().map(index -> Arguments.of(format, vectorInner, index))));
  }

  /** Indices, most of them not whole and some of them nowhere, in two tables of their own. */
  @ParameterizedTest
  @MethodSource("lookUps")
  void allLookUpsGiveTheSameBits(NumberFormat format, boolean vectorInner, AccessPattern index) {
    LaneCode code = new LaneCode(format);
    Lane x = code.mul(code.input(0), code.constant(5));
    Lane y = code.lookUp(new LookUp(1, 7), x);
    Lane z = code.lookUp(new LookUp(2, 1), code.add(x, y));
    AccessPattern stays = new AccessPattern(Stride.ZERO, Stride.ZERO);
    LoopStructure loop =
        new LoopStructure(
            format,
            vectorInner,
            code.instructions(),
            List.of(index, stays, stays),
            List.of(new LoopStructure.Store(y, new AccessPattern(Stride.ANY, Stride.ONE))),
            List.of(new LoopStructure.FoldInto(z, Fold.MAX, stays)));
    assertSameBits(loop, 11, 12);
  }

  static Stream<Arguments> folds() {
    return patterns()
        .flatMap(load ->
            patterns()
                .flatMap(into ->
                    Stream.of(true, false)
                        .map(vectorInner -> Arguments.of(vectorInner, load, into))));
  }

  private static Stream<AccessPattern> patterns() {
    return Stream.of(Stride.values())
        .flatMap(outer -> Stream.of(Stride.values()).map(inner -> new AccessPattern(outer, inner)))
        .filter(p -> p.outer() != Stride.ONE || p.inner() != Stride.ONE);
  }

  @ParameterizedTest
  @MethodSource("folds")
  void allFoldsGiveTheSameBits(boolean vectorInner, AccessPattern load, AccessPattern into) {
    LaneCode code = new LaneCode(NumberFormat.FLOAT32);
    Lane x = code.input(0);
    Lane y = code.mul(x, x);
    LoopStructure loop =
        new LoopStructure(
            code.format(),
            vectorInner,
            code.instructions(),
            List.of(load),
            List.of(),
            List.of(
                new LoopStructure.FoldInto(x, Fold.SUM, into),
                new LoopStructure.FoldInto(y, Fold.MAX, into),
                new LoopStructure.FoldInto(y, Fold.SUM, into)));
    assertSameBits(loop, 7, 12);
  }

  private static void assertSameBits(long seed, NumberFormat format) {
    loops(seed, format).forEach(loop -> assertSameBits(loop, seed, 4));
  }

  private static void assertSameBits(LoopStructure loop, long seed, int cases) {
    LoopKernel interpreted = new InterpretedLoop(loop, BLOCK);
    LoopKernel compiled = LoopEmitter.compile(loop);
    for (int i = 0; i < cases; i++) {
      KernelCase memory = new KernelCase(loop, seed + i);
      var whole = memory.run(interpreted);
      assertThat(memory.run(compiled)).as("%s", memory).isEqualTo(whole);
      long portion = 1L << (seed + i) % 12;
      LoopKernel both =
          (arrays, numbers) -> relay(loop, interpreted, compiled, arrays, numbers, portion);
      assertThat(memory.run(both)).as("last %d of %s", portion, memory).isEqualTo(whole);
    }
  }

  /** The last part is the class's. */
  private static void relay(
      LoopStructure loop,
      LoopKernel interpreted,
      LoopKernel compiled,
      Object[] arrays,
      int[] numbers,
      long portion) {
    LastPart last = new LastPart(loop);
    int axis = last.axis(numbers);
    int start = last.start(numbers, axis, portion);
    int[] first = numbers.clone();
    first[axis] = start;
    if (start > numbers[axis - 1]) {
      interpreted.run(arrays, first);
    }
    int[] second = numbers.clone();
    second[axis - 1] = start;
    compiled.run(arrays, second);
  }

  private static Set<LoopStructure> loops(long seed, NumberFormat format) {
    return Fusion.of(Optimizer.optimize(RandomPrograms.of(seed))).stream()
        .filter(Task.Loop.class::isInstance)
        .map(task -> new LoopPlan((Task.Loop) task, format).structure())
        .collect(Collectors.toSet());
  }
}
