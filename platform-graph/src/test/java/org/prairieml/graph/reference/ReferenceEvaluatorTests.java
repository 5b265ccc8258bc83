package org.prairieml.graph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class ReferenceEvaluatorTests {

  private static final Shape PAIR = Shape.of(2);

  /** Counts runs and remembers the sum of what it was given. */
  private static Program accumulator() {
    Program.Builder builder = Program.builder("accumulator");
    Tensor x = builder.input("x", PAIR);
    Tensor total = builder.state("total", PAIR);
    Tensor count = builder.state("count", Shape.SCALAR);
    return builder
        .update("total", total.add(x))
        .update("count", count.add(1))
        .output("before", total)
        .output("after", total.add(x))
        .output("given", x)
        .build();
  }

  @Test
  void inputsAndStatesAreZeroUntilTheyAreSet() {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(accumulator()).run();

    assertThat(evaluator.output("after")).containsExactly(0, 0);
    assertThat(evaluator.placeholder("count")).containsExactly(1);
  }

  @Test
  void outputsOfAStateAreReadBeforeTheUpdate() {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(accumulator());
    evaluator.set("total", 1, 2).set("x", 10, 20).run();

    assertThat(evaluator.output("before")).containsExactly(1, 2);
    assertThat(evaluator.output("after")).containsExactly(11, 22);
    assertThat(evaluator.placeholder("total")).containsExactly(11, 22);
  }

  @Test
  void stateStaysFromRunToRunAndInputsStayUntilTheyAreSetAgain() {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(accumulator());
    evaluator.set("x", 1, 2).run().run().set("x", 10, 10).run();

    assertThat(evaluator.get("total")).isEqualTo(NdArray.vector(12, 14));
    assertThat(evaluator.get("count")).isEqualTo(NdArray.scalar(3));
  }

  @Test
  void statesAreReplacedAllAtOnce() {
    Program.Builder builder = Program.builder("swap");
    Tensor a = builder.state("a", PAIR);
    Tensor b = builder.state("b", PAIR);
    Tensor c = builder.state("c", PAIR);
    builder.update("a", b).update("b", a).update("c", a.add(b).add(c));
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build());
    evaluator.set("a", 1, 2).set("b", 3, 4).run();

    assertThat(evaluator.placeholder("a")).containsExactly(3, 4);
    assertThat(evaluator.placeholder("b")).containsExactly(1, 2);
    assertThat(evaluator.placeholder("c")).containsExactly(4, 6);
  }

  @Test
  void aStateCanBecomeAConstantOrAnInput() {
    Program.Builder builder = Program.builder("reset");
    Tensor x = builder.input("x", PAIR);
    builder.state("a", PAIR);
    builder.state("b", PAIR);
    builder.update("a", Tensor.of(NdArray.vector(7, 8))).update("b", x);
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build());
    evaluator.set("a", 1, 1).set("x", 5, 6).run();
    evaluator.set("a", 1, 1).run();

    assertThat(evaluator.placeholder("a")).containsExactly(7, 8);
    assertThat(evaluator.placeholder("b")).containsExactly(5, 6);
  }

  @Test
  void aCompanionWorksOnTheSameState() {
    ReferenceEvaluator first = new ReferenceEvaluator(accumulator());
    Program.Builder builder = Program.builder("companion");
    Tensor total = builder.state("total", PAIR);
    Tensor own = builder.state("own", PAIR);
    builder.output("doubled", total.mul(2)).update("total", total.neg()).update("own", own.add(1));
    ReferenceEvaluator second = new ReferenceEvaluator(builder.build(), first);

    first.set("x", 3, 4).run();
    assertThat(second.run().output("doubled")).containsExactly(6, 8);
    assertThat(first.placeholder("total")).containsExactly(-3, -4);
    assertThat(first.run().output("before")).containsExactly(-3, -4);
    assertThat(second.placeholder("own")).containsExactly(1, 1);
  }

  @Test
  void aCompanionsStatesHaveTheSameShapes() {
    ReferenceEvaluator first = new ReferenceEvaluator(accumulator());
    Program.Builder builder = Program.builder("companion");
    builder.state("total", Shape.of(3));
    Program other = builder.build();

    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> new ReferenceEvaluator(other, first))
        .withMessage("State 'total' has shape [2] in one program and [3] in its companion.");
  }

  @Test
  void getReturnsACopyAndTheRestIsLive() {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(accumulator());
    NdArray copy = evaluator.run().get("after");
    evaluator.placeholder("x")[0] = 9;
    evaluator.run();

    assertThat(copy).isEqualTo(NdArray.vector(0, 0));
    assertThat(evaluator.output("after")).containsExactly(9, 0);
  }

  @Test
  void tensorsWithoutElementsAreRun() {
    Program.Builder builder = Program.builder("empty");
    Tensor x = builder.input("x", Shape.of(0, 3));
    Program program =
        builder
            .output("sum", x.sum(0))
            .output("max", x.max(0))
            .output("product", x.matmul(x, true, false))
            .output("outer", x.matmul(x, false, true))
            .output("padded", x.exp().pad(0, 0, 1))
            .build();
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program).set("x").run();
    double least = Double.NEGATIVE_INFINITY;

    assertThat(evaluator.output("sum")).containsExactly(0, 0, 0);
    assertThat(evaluator.output("max")).containsExactly(least, least, least);
    assertThat(evaluator.get("product")).isEqualTo(NdArray.filled(Shape.of(3, 3), 0));
    assertThat(evaluator.get("outer")).isEqualTo(NdArray.filled(Shape.of(0, 0), 0));
    assertThat(evaluator.output("padded")).containsExactly(0, 0, 0);
  }

  @Test
  void errorsNameTheProgramAndWhatItHas() {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(accumulator());

    assertProblem(
        () -> evaluator.set("y", 1),
        "Program 'accumulator' has no input or state 'y'; it has [x, total, count].");
    assertProblem(
        () -> evaluator.output("total"),
        "Program 'accumulator' has no output 'total'; it has [before, after, given].");
    assertProblem(
        () -> evaluator.get("z"),
        "Program 'accumulator' has no input or state 'z'; it has [x, total, count].");
    assertProblem(
        () -> evaluator.set("x", 1, 2, 3),
        "Program 'accumulator': 'x' has 2 elements, found 3 values.");
  }

  private static void assertProblem(Runnable action, String message) {
    assertThatExceptionOfType(GraphException.class).isThrownBy(action::run).withMessage(message);
  }
}
