package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

class RandomProgramTests {

  static Stream<Long> seeds() {
    return RandomCases.seeds(Integer.getInteger("n", 100));
  }

  static long known, all, finite;

  @ParameterizedTest
  @MethodSource("seeds")
  void single(long seed) {
    check(seed, Precision.FLOAT32);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doubled(long seed) {
    check(seed, Precision.FLOAT64);
  }

  @org.junit.jupiter.api.AfterAll
  static void p() {
    System.out.println(known + " " + finite + " " + all);
  }

  static void check(long seed, Precision precision) {
    Program program = RandomPrograms.of(seed);
    Map<String, double[]> values = RandomPrograms.values(program, seed + 1);
    try (Executable executable =
        new VectorEngine().compile(program, new CompileSettings(precision, 1))) {
      values.forEach((name, v) -> executable.buffer(name).write(v));
      for (int run = 0; run < 2; run++) {
        RoundingBounds bounds = RoundingBounds.of(program, NumberFormat.of(precision), values);
        executable.run();
        program.outputs().forEach((name, node) -> check(name, node, executable, bounds));
        check("s", program.updates().get("s"), executable, bounds);
        values = new HashMap<>(values);
        values.put("s", executable.buffer("s").read().values());
      }
    }
  }

  static void check(String name, Tensor node, Executable executable, RoundingBounds bounds) {
    List<RoundingBounds.Bound> b = bounds.bounds(node);
    double[] actual = executable.buffer(name).read().values();
    for (int i = 0; i < actual.length; i++) {
      all++;
      if (b.get(i).isKnown()) known++;
      if (b.get(i).isKnown() && Double.isFinite(b.get(i).value())) finite++;
      assertThat(b.get(i).admits(actual[i]))
          .as("%s[%d] of %s: %s, found %s", name, i, node, b.get(i), actual[i])
          .isTrue();
    }
  }
}
