package org.prairieml.graph.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.RandomGraphs;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Arrays are used again, and nobody can tell from the results. */
class ArrayPlanTests {

  private static final List<String> INPUTS = List.of("x0", "x1");
  private static final List<String> STATES = List.of("s0", "s1");

  static Stream<Long> seeds() {
    return RandomCases.seeds(150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void resultsEqualThoseOfAnEvaluatorThatUsesNoArrayTwice(long seed) {
    Program program = program(seed);
    SplittableRandom random = new SplittableRandom(seed);
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program);
    NaiveEvaluator naive = new NaiveEvaluator(program);
    for (String name : STATES) {
      setBoth(evaluator, naive, name, random);
    }
    for (int run = 0; run < 3; run++) {
      for (String name : INPUTS) {
        setBoth(evaluator, naive, name, random);
      }
      evaluator.run();
      naive.run().forEach((name, values) -> assertThat(evaluator.output(name)).isEqualTo(values));
      for (String name : STATES) {
        assertThat(evaluator.placeholder(name)).isEqualTo(naive.placeholder(name));
      }
    }
  }

  private static void setBoth(
      ReferenceEvaluator evaluator, NaiveEvaluator naive, String name, SplittableRandom random) {
    double[] values = random.doubles(evaluator.placeholder(name).length, -2, 2).toArray();
    evaluator.set(name, values);
    naive.set(name, values);
  }

  /** A random graph with a gradient, outputs here and there, and updates that cross. */
  private static Program program(long seed) {
    Program.Builder builder = Program.builder("random " + seed);
    List<Shape> shapes = RandomGraphs.shapes(seed, 3);
    List<Tensor> start = new ArrayList<>();
    start.add(builder.input("x0", shapes.get(0)));
    start.add(builder.input("x1", shapes.get(1)));
    start.add(builder.state("s0", shapes.get(2)));
    start.add(builder.state("s1", shapes.get(2)));
    List<Tensor> all = RandomGraphs.rough(seed, start, 25);
    Tensor loss = all.stream().map(t -> t.tanh().sumAll()).reduce(Tensor::add).orElseThrow();
    for (int i = 0; i < all.size(); i += 4) {
      builder.output("y" + i, all.get(i));
    }
    builder.output("gradient", Gradients.of(loss, start.get(2)));
    builder.update("s0", start.get(3));
    builder.update("s1", start.get(2).sub(Gradients.of(loss, start.get(3))));
    return builder.build();
  }

  @Test
  void aChainNeedsTwoArrays() {
    Program.Builder builder = Program.builder("chain");
    Tensor y = builder.input("x", Shape.of(4));
    for (int i = 0; i < 50; i++) {
      y = y.sin();
    }
    Program program = builder.output("y", y.sumAll()).build();

    assertThat(arraysOfLength(4, program)).hasSize(1 + 2);
  }

  @Test
  void outputsConstantsAndPlaceholdersKeepTheirArrays() {
    Program.Builder builder = Program.builder("kept");
    Tensor x = builder.input("x", Shape.of(4));
    Tensor first = x.add(Tensor.iota(4));
    Program program =
        builder.output("first", first).output("last", first.sin().cos().neg()).build();

    assertThat(arraysOfLength(4, program)).hasSize(1 + 1 + 2 + 2);
  }

  private static Set<double[]> arraysOfLength(int length, Program program) {
    ArrayPlan plan = new ArrayPlan(program, Map.of());
    Set<double[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    program.order().stream().map(plan::array).filter(a -> a.length == length).forEach(arrays::add);
    return arrays;
  }
}
