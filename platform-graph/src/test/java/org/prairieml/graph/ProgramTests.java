package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.reference.ReferenceEvaluator;

class ProgramTests {

  private static final Shape PAIR = Shape.of(2);

  private final Program.Builder builder = Program.builder("p");

  @Test
  void namesAreUniqueAcrossInputsAndStates() {
    builder.input("x", PAIR);
    builder.state("s", PAIR);

    assertProblem(() -> builder.input("x", PAIR), "Program 'p': the name 'x' is taken.");
    assertProblem(() -> builder.state("x", PAIR), "Program 'p': the name 'x' is taken.");
    assertProblem(() -> builder.input("s", PAIR), "Program 'p': the name 's' is taken.");
  }

  @Test
  void outputsHaveNamesOfTheirOwn() {
    Tensor x = builder.input("x", PAIR);
    builder.output("y", x);

    assertProblem(() -> builder.output("y", x), "Program 'p': there are two outputs 'y'.");
    assertProblem(() -> builder.output("x", x), "Program 'p': the name 'x' is taken.");
    assertProblem(() -> builder.input("y", PAIR), "Program 'p': the name 'y' is taken.");
  }

  @Test
  void anUpdateFitsItsState() {
    Tensor state = builder.state("s", PAIR);

    assertProblem(
        () -> builder.update("s", Tensor.of(1)),
        "Program 'p': state 's' has shape [2], its update [].");
    assertProblem(
        () -> builder.update("t", state),
        "Program 'p': there is no state 't' to update; states: [s]");
    builder.update("s", state.add(1));
    assertProblem(() -> builder.update("s", state), "Program 'p': state 's' is updated twice.");
  }

  @Test
  void placeholdersOfAnotherProgramAreRefusedEvenUnderAKnownName() {
    Tensor foreign = Program.builder("other").input("x", PAIR);
    builder.input("x", PAIR);
    builder.output("y", foreign.add(1));

    assertProblem(builder::build, "Program 'p': placeholder 'x' was made by another program.");
  }

  @Test
  void everythingIsListedInOrderOfDeclaration() {
    for (String name : List.of("b", "a", "c")) {
      builder.input("in/" + name, PAIR);
      builder.update("state/" + name, builder.state("state/" + name, PAIR));
      builder.output(name, Tensor.of(1));
    }
    Program program = builder.build();

    assertThat(program.inputs().keySet()).containsExactly("in/b", "in/a", "in/c");
    assertThat(program.states().keySet()).containsExactly("state/b", "state/a", "state/c");
    assertThat(program.updates().keySet()).containsExactly("state/b", "state/a", "state/c");
    assertThat(program.outputs().keySet()).containsExactly("b", "a", "c");
  }

  @Test
  void aProgramIsNotChangedByItsBuilderAfterwards() {
    Program program = builder.output("y", Tensor.of(1)).build();
    builder.output("z", Tensor.of(2));

    assertThat(program.outputs()).containsOnlyKeys("y");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> program.outputs().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> program.order().clear());
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(20);
  }

  private static Program random(long seed) {
    Program.Builder random = Program.builder("random");
    List<Shape> shapes = RandomGraphs.shapes(seed, 2);
    List<Tensor> all =
        RandomGraphs.rough(
            seed, List.of(random.input("a", shapes.get(0)), random.input("b", shapes.get(1))), 30);
    return random.output("y", all.getLast()).output("z", all.get(20)).build();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void operandsComeBeforeTheirUsersAndEveryTensorOnce(long seed) {
    Set<Tensor> seen = new HashSet<>();
    for (Tensor node : random(seed).order()) {
      assertThat(seen).containsAll(node.operands());
      assertThat(seen.add(node)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderDependsOnTheGraphAlone(long seed) {
    assertThat(random(seed)).hasToString(random(seed).toString());
  }

  @Test
  void graphsMayBeDeeperThanTheStack() {
    int depth = 100_000;
    Tensor x = builder.input("x", Shape.SCALAR);
    Tensor y = x;
    for (int i = 0; i < depth; i++) {
      y = y.neg();
    }
    Program program = builder.output("y", y).output("slope", Gradients.of(y, x)).build();
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program).set("x", 3).run();

    assertThat(evaluator.output("y")).containsExactly(3);
    assertThat(evaluator.output("slope")).containsExactly(1);
    assertThat(program.toString().lines().count()).isGreaterThan(2 * depth);
  }

  private static void assertProblem(Runnable action, String message) {
    assertThatExceptionOfType(GraphException.class).isThrownBy(action::run).withMessage(message);
  }
}
