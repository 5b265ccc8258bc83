package org.prairieml.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.data.Dataset.Split;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;

class MiniBatchesTests {

  private static final int N = 10;
  private static final Split SPLIT =
      new Split(
          new NdArray(Shape.of(N, 2), IntStream.range(0, 2 * N).asDoubleStream().toArray()),
          NdArray.vector(IntStream.range(0, N).mapToDouble(i -> 100 + i).toArray()));

  private static MiniBatches batches(int size, long seed) {
    return new MiniBatches(SPLIT, size, new SplittableRandom(seed));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 10})
  void noExampleComesTwiceInAnEpoch(int size) {
    MiniBatches batches = batches(size, 1);

    assertThat(batches.perEpoch()).isEqualTo(N / size);
    for (int epoch = 0; epoch < 20; epoch++) {
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < batches.perEpoch(); i++) {
        int[] rows = batches.next();
        assertThat(rows).hasSize(size);
        Arrays.stream(rows).forEach(row -> assertThat(row).isBetween(0, N - 1));
        Arrays.stream(rows).forEach(row -> assertThat(seen.add(row)).isTrue());
      }
    }
  }

  @Test
  void storedOrderComesOverAndOver() {
    MiniBatches batches = new MiniBatches(SPLIT, 4);
    assertThat(batches.next()).containsExactly(0, 1, 2, 3);
    assertThat(batches.next()).containsExactly(4, 5, 6, 7);
    assertThat(batches.next()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void batchesAreWrittenWhereAProgramReadsThem() {
    Program.Builder builder = Program.builder("batch");
    builder.output(
        "sum", builder.input("x", Shape.of(3, 2)).sumAll().add(builder.input("y", Shape.of(3))));
    try (Executable program =
        new ReferenceEngine().compile(builder.build(), new CompileSettings(Precision.FLOAT64, 1))) {
      batches(3, 1).write(new int[] {7, 0, 2}, program.buffer("x"), program.buffer("y"));
      assertThat(program.buffer("x").read().values()).containsExactly(14, 15, 0, 1, 4, 5);
      assertThat(program.buffer("y").read().values()).containsExactly(107, 100, 102);
    }
  }

  @Test
  void everyEpochHasAnOrderOfItsOwnAndEveryExampleComesFirstAtTimes() {
    MiniBatches batches = batches(N, 1);
    Set<String> orders = new HashSet<>();
    int[] first = new int[N];
    for (int epoch = 0; epoch < 2000; epoch++) {
      int[] rows = batches.next();
      orders.add(Arrays.toString(rows));
      first[rows[0]]++;
    }

    assertThat(orders).hasSizeGreaterThan(1990);
    // 2000 epochs, 200 each by chance, standard deviation 13.4; the seed is fixed.
    assertThat(Arrays.stream(first)).allMatch(count -> Math.abs(count - 200) < 4 * 13.4);
  }

  @Test
  void allOrdersAreEquallyLikely() {
    Split three = new Split(NdArray.vector(0, 1, 2), NdArray.vector(0, 1, 2));
    MiniBatches batches = new MiniBatches(three, 3, new SplittableRandom(1));
    Map<String, Integer> counts = new HashMap<>();
    for (int epoch = 0; epoch < 6000; epoch++) {
      counts.merge(Arrays.toString(batches.next()), 1, Integer::sum);
    }

    // 1000 each by chance, standard deviation 29; the seed is fixed.
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 4 * 29);
  }

  @Test
  void theSequenceDependsOnTheGeneratorAlone() {
    MiniBatches one = batches(3, 5);
    MiniBatches same = batches(3, 5);
    MiniBatches other = batches(3, 6);
    int[][] firstFive = IntStream.range(0, 5).mapToObj(i -> one.next()).toArray(int[][]::new);

    assertThat(IntStream.range(0, 5).mapToObj(i -> same.next()).toArray(int[][]::new))
        .isDeepEqualTo(firstFive);
    assertThat(IntStream.range(0, 5).mapToObj(i -> other.next()).toArray(int[][]::new))
        .satisfies(o -> assertThat(Arrays.deepEquals(o, firstFive)).isFalse());
  }

  @Test
  void inputsAndTargetsAreThoseOfTheRows() {
    MiniBatches batches = batches(3, 1);

    assertThat(batches.inputs(new int[] {4, 0, 4})).containsExactly(8, 9, 0, 1, 8, 9);
    assertThat(batches.targets(new int[] {4, 0, 4})).containsExactly(104, 100, 104);
  }
}
