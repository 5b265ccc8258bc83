package org.prairieml.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.VectorEngine;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Slices by index, the largest of an axis and noise are to the bit what their definitions say. */
class IndexStepTests {

  private static final double[] INDICES = {
    Double.NaN, 1e30, -1e30, 1 / 0.0, -1 / 0.0, -0.0, -1, 0.9, 1.5, 2, 3, 1e10
  };

  /** Few, so that there are ties; sums of them are exact. */
  private static final double[] VALUES = {-2, -0.0, 0, 0.5, 1, 3};

  static Stream<Long> seeds() {
    return RandomCases.seeds(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gathersAndScatters(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rank = 1 + random.nextInt(3);
    Shape source = shape(random, rank);
    int axis = random.nextInt(rank);
    Program.Builder builder = Program.builder("slices");
    Tensor x = builder.input("x", source);
    Tensor indices = builder.input("indices", shape(random, random.nextInt(3)));
    Tensor slices = x.gather(axis, indices);
    builder.output("slices", slices);
    builder.output("sums", slices.scatterAdd(axis, indices, source.dimension(axis)));
    Map<String, double[]> values = new LinkedHashMap<>();
    values.put("x", draw(random, VALUES, source.size()));
    values.put("indices", draw(random, INDICES, indices.shape().size()));

    assertExact(builder.build(), values);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsTheLargest(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rank = 1 + random.nextInt(3);
    Shape source = shape(random, rank);
    Program.Builder builder = Program.builder("largest");
    Tensor x = builder.input("x", source);
    builder.output("index", x.argMax(random.nextInt(rank)));
    double[] values = draw(random, VALUES, source.size());
    if (random.nextInt(3) == 0) {
      IntStream.range(0, 2).forEach(_ -> values[random.nextInt(values.length)] = Double.NaN);
    }

    assertExact(builder.build(), Map.of("x", values));
  }

  @ParameterizedTest
  @EnumSource
  void drawsTheSameNumbersInBothFormats(Precision precision) {
    Program.Builder builder = Program.builder("noise");
    Tensor counter = builder.state("counter", Shape.SCALAR);
    Shape shape = Shape.of(3, 41);
    builder.output("noise", Tensor.uniform(7, counter, shape));
    Program program = builder.update("counter", counter.add(1)).build();
    ReferenceEvaluator reference = new ReferenceEvaluator(program);
    try (Executable executable = compile(program, precision)) {
      for (int run = 0; run < 3; run++) {
        executable.run();
        assertThat(executable.buffer("noise").read().values())
            .containsExactly(reference.run().output("noise"));
      }
    }
  }

  /** The state is turned round: what is overwritten early is needed late, by another block. */
  @ParameterizedTest
  @EnumSource
  void aStateMayBeItsOwnTable(Precision precision) {
    int n = 3001;
    Program.Builder builder = Program.builder("turned round");
    Tensor state = builder.state("state", Shape.of(n));
    Tensor last = builder.input("last", Shape.of(n));
    builder.update("state", state.gather(0, last).add(1));
    double[] values = IntStream.range(0, n).asDoubleStream().toArray();
    try (Executable executable = compile(builder.build(), precision)) {
      executable.buffer("state").write(values);
      executable.buffer("last").write(IntStream.range(0, n).mapToDouble(i -> n - 1 - i).toArray());
      executable.run();
      assertThat(executable.buffer("state").read().values())
          .containsExactly(IntStream.range(0, n).mapToDouble(i -> n - i).toArray());
      executable.run();
      assertThat(executable.buffer("state").read().values())
          .containsExactly(IntStream.range(0, n).mapToDouble(i -> i + 2).toArray());
    }
  }

  private static Shape shape(SplittableRandom random, int rank) {
    return Shape.of(IntStream.generate(() -> 1 + random.nextInt(6)).limit(rank).toArray());
  }

  private static double[] draw(SplittableRandom random, double[] from, int count) {
    return random.ints(count, 0, from.length).mapToDouble(i -> from[i]).toArray();
  }

  private static Executable compile(Program program, Precision precision) {
    return new VectorEngine().compile(program, new CompileSettings(precision, 1));
  }

  private static void assertExact(Program program, Map<String, double[]> values) {
    ReferenceEvaluator reference = new ReferenceEvaluator(program);
    values.forEach(reference::set);
    reference.run();
    for (Precision precision : Precision.values()) {
      try (Executable executable = compile(program, precision)) {
        values.forEach((name, array) -> executable.buffer(name).write(array));
        executable.run();
        program
            .outputs()
            .keySet()
            .forEach(name ->
                assertThat(executable.buffer(name).read().values())
                    .as("%s in %s", name, precision)
                    .containsExactly(reference.output(name)));
      }
    }
  }
}
