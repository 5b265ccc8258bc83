package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.testkit.RandomPrograms;

/** One plan serves programs that differ in nothing but their memory. */
class PlanMemoryTests {

  private static final NumberFormat FORMAT = NumberFormat.FLOAT64;

  static Stream<Long> seeds() {
    return RandomCases.seeds(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void programsBuiltAlikeShareAPlan(long seed) {
    ProgramPlan first = PlanMemory.plan(RandomPrograms.of(seed), FORMAT);
    assertThat(PlanMemory.plan(RandomPrograms.of(seed), FORMAT)).isSameAs(first);
  }

  @Test
  void aNameForPeopleMakesNoDifference() {
    assertThat(PlanMemory.plan(scaled("one", "x", "y", 2), FORMAT))
        .isSameAs(PlanMemory.plan(scaled("two", "x", "y", 2), FORMAT));
  }

  static Stream<Program> programsThatDiffer() {
    return Stream.of(
        scaled("p", "x", "y", 3),
        scaled("p", "x", "y", -0.0),
        scaled("p", "x", "z", 2),
        scaled("p", "w", "y", 2),
        program(Shape.of(4), x -> x.mul(2)),
        program(Shape.of(3), x -> x.add(2)),
        program(Shape.of(3), x -> Tensor.of(2).sub(x)),
        program(Shape.of(3), x -> x.sub(2)));
  }

  @ParameterizedTest
  @MethodSource("programsThatDiffer")
  void programsThatDifferDoNot(Program other) {
    ProgramPlan plan = PlanMemory.plan(scaled("p", "x", "y", 2), FORMAT);
    assertThat(PlanMemory.plan(other, FORMAT)).isNotSameAs(plan);
    assertThat(
            List.of(0.0, -0.0).stream()
                .map(factor -> PlanMemory.plan(scaled("p", "x", "y", factor), FORMAT))
                .distinct())
        .as("a zero and its negative")
        .hasSize(2);
  }

  @Test
  void noPlanServesTwoFormats() {
    Program program = scaled("p", "x", "y", 2);
    assertThat(PlanMemory.plan(program, NumberFormat.FLOAT32))
        .isNotSameAs(PlanMemory.plan(program, NumberFormat.FLOAT64));
  }

  @Test
  void executablesOfOnePlanHaveMemoryOfTheirOwn() {
    CompileSettings settings = new CompileSettings(Precision.FLOAT64, 1);
    try (Executable first = new VectorEngine().compile(counter(), settings);
        Executable second = new VectorEngine().compile(counter(), settings)) {
      first.buffer("count").write(10);
      second.buffer("count").write(20);
      first.run();
      second.run();
      second.run();
      assertThat(Map.of(1, first.buffer("count").get(0), 2, second.buffer("count").get(0)))
          .isEqualTo(Map.of(1, 11.0, 2, 22.0));
    }
  }

  private static Program counter() {
    Program.Builder builder = Program.builder("counter");
    Tensor count = builder.state("count", Shape.SCALAR);
    return builder.update("count", count.add(1)).build();
  }

  private static Program scaled(String name, String input, String output, double factor) {
    Program.Builder builder = Program.builder(name);
    Tensor x = builder.input(input, Shape.of(3));
    return builder.output(output, x.mul(Tensor.of(NdArray.scalar(factor)))).build();
  }

  private static Program program(Shape shape, UnaryOperator<Tensor> body) {
    Program.Builder builder = Program.builder("p");
    return builder.output("y", body.apply(builder.input("x", shape))).build();
  }
}
