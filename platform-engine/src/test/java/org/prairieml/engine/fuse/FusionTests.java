package org.prairieml.engine.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.engine.optimize.Optimizer;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

/** What fusion is for: loops that pass values on in registers. */
class FusionTests {

  private static final int SAMPLES = 100;
  private static final int HIDDEN = 64;

  private final Program.Builder builder = Program.builder("fusion");

  private List<Task> tasks() {
    return Fusion.of(Optimizer.optimize(builder.build()));
  }

  private Tensor state(String name, int... dimensions) {
    return builder.state(name, Shape.of(dimensions));
  }

  private static int largestWritten(List<Task> tasks) {
    return tasks.stream()
        .flatMap(task -> task.writes().stream())
        .mapToInt(t -> t.shape().size())
        .max()
        .orElseThrow();
  }

  private static void assertLoops(List<Task> tasks) {
    assertThat(tasks).allMatch(Task.Loop.class::isInstance);
  }

  /** A sub-network of LDNN: one number in, one out, some hidden units between. */
  private Tensor subNetwork(Tensor x) {
    return x.matmul(state("v", 1, HIDDEN))
        .add(state("b", HIDDEN))
        .tanh()
        .matmul(state("w", HIDDEN, 1));
  }

  @Test
  void hiddenUnitsOfASubNetworkNeverLeaveTheRegisters() {
    builder.output("y", subNetwork(builder.input("x", Shape.of(SAMPLES, 1))));

    assertLoops(tasks());
    assertThat(largestWritten(tasks())).isLessThanOrEqualTo(SAMPLES);
  }

  @Test
  void hiddenUnitsNeverLeaveTheRegistersOnTheWayBack() {
    Tensor y = subNetwork(builder.input("x", Shape.of(SAMPLES, 1)));
    List<Tensor> parameters =
        List.of(builder.declared("v"), builder.declared("b"), builder.declared("w"));
    List<Tensor> gradients = Gradients.of(Formulas.meanAll(y.square()), parameters);
    builder.output("dv", gradients.get(0));
    builder.output("db", gradients.get(1));
    builder.output("dw", gradients.get(2));

    assertLoops(tasks());
    assertThat(largestWritten(tasks())).isLessThanOrEqualTo(SAMPLES);
  }

  /** Straight segments from point to point, as a captured activation has them. */
  private Tensor interpolated(Tensor table, Tensor x) {
    Tensor segment = x.floor();
    Tensor start = table.gather(0, segment);
    Tensor end = table.gather(0, segment.add(1));
    return start.add(end.sub(start).mul(x.sub(segment)));
  }

  @Test
  void lookUpsInTablesHappenInTheLoopThatNeedsThem() {
    Tensor x = builder.input("x", Shape.of(SAMPLES, HIDDEN));
    builder.output("y", interpolated(state("table", 9), x.mul(2)).sum(1));

    assertLoops(tasks());
    assertThat(tasks()).hasSize(1);
  }

  /** Every element of the result may be any of the table, and both have the same shape. */
  @Test
  void aTableIsFinishedBeforeElementsAreLookedUp() {
    Tensor table = builder.input("x", Shape.of(SAMPLES)).tanh();
    builder.output("y", table.add(table.gather(0, builder.input("index", Shape.of(SAMPLES)))));

    assertLoops(tasks());
    assertThat(tasks()).hasSize(2);
  }

  private Tensor crossEntropy(Tensor logits) {
    Tensor chosen = Formulas.oneHot(builder.input("labels", Shape.of(SAMPLES)), 10);
    return Formulas.meanAll(Formulas.logSoftmax(logits, -1).mul(chosen).sum(-1)).neg();
  }

  @Test
  void softmaxCrossEntropyStoresNothingPerClass() {
    builder.output("loss", crossEntropy(builder.input("x", Shape.of(SAMPLES, 10))));

    assertLoops(tasks());
    assertThat(largestWritten(tasks())).isEqualTo(SAMPLES);
    assertThat(tasks()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void itsGradientStoresTheExponentialsAndItselfPerClass() {
    Tensor logits = builder.input("x", Shape.of(SAMPLES, 10));
    builder.output("gradient", Gradients.of(crossEntropy(logits), logits));

    assertLoops(tasks());
    assertThat(tasks().stream().flatMap(task -> task.writes().stream()))
        .filteredOn(t -> t.shape().size() > SAMPLES)
        .hasSize(2);
  }

  @Test
  void aChainWithReductionsAtItsEndIsOneLoop() {
    Tensor x = builder.input("x", Shape.of(30, 40));
    Tensor y = x.exp().mul(builder.input("row", Shape.of(40))).sin();
    builder.output("y", y).output("columns", y.sum(0)).output("rows", y.sum(1));
    builder.output("all", y.sumAll()).output("largest", y.max(1)).output("other", x.max(0));

    assertThat(tasks()).hasSize(1);
  }

  @Test
  void loopsThatShareNothingStayApart() {
    builder.output("a", builder.input("x", Shape.of(30)).exp());
    builder.output("b", builder.input("y", Shape.of(30)).exp());

    assertThat(tasks()).hasSize(2);
  }

  @Test
  void loopsAreMergedAroundWhatTheyDoNotWaitFor() {
    Tensor x = builder.input("x", Shape.of(30, 30));
    builder.output("early", x.exp());
    builder.output("product", x.matmul(x));
    builder.output("late", x.exp().sum(0));

    assertThat(tasks()).hasSize(2);
  }

  @Test
  void aLoopThatWaitsForAnotherTaskIsNotMergedIntoWhatComesBefore() {
    Tensor x = builder.input("x", Shape.of(30, 30));
    Tensor early = x.exp();
    builder.output("late", early.matmul(early).add(early).sub(x));

    assertThat(tasks()).hasSize(3);
    assertThat(tasks().get(1)).isInstanceOf(Task.Single.class);
  }

  @Test
  void viewsNeedNoMemory() {
    Tensor x = builder.input("x", Shape.of(30, 40));
    Tensor turned = x.transpose().slice(0, 1, 40, 3).reshape(Shape.of(13, 30, 1));
    builder.output("y", turned.mul(builder.input("row", Shape.of(2)).broadcast(Shape.of(30, 2))));

    assertThat(tasks()).hasSize(1);
  }

  @Test
  void aViewThatStridesCannotExpressIsCopied() {
    Tensor x = builder.input("x", Shape.of(30, 40));
    builder.output("y", x.transpose().reshape(Shape.of(1200)).exp());

    assertThat(tasks()).hasSize(2);
    assertLoops(tasks());
  }

  @Test
  void partsOfAWholeAreWrittenWhereTheyAreComputed() {
    Tensor x = builder.input("x", Shape.of(30, 40));
    builder.output("y", Tensor.concat(0, List.of(x.sin(), x.cos())));

    assertThat(tasks()).hasSize(1);
    assertThat(tasks().getFirst().writes()).hasSize(1);
  }

  @Test
  void longExpressionsAreCut() {
    Tensor y = builder.input("x", Shape.of(30));
    for (int i = 0; i < 60; i++) {
      y = y.tanh().add(y.sin());
    }
    builder.output("y", y);

    assertThat(tasks()).hasSizeGreaterThan(5).allSatisfy(FusionLaws::assertFitsOneMethod);
  }

  @Test
  void whatIsCheapIsComputedAgainAndWhatIsCostlyIsStored() {
    Tensor x = builder.input("x", Shape.of(30, 40));
    Tensor product = x.matmul(x.sin(), false, true);
    Tensor scale = product.sumAll();
    builder.output("first", x.add(1).sum(0).add(x.tanh().sum(0)));
    builder.output("later", x.add(1).max(scale).sum(1).add(x.tanh().max(scale).sum(1)));

    assertThat(tasks().stream().flatMap(task -> task.writes().stream()))
        .filteredOn(t -> t.shape().size() == x.shape().size())
        .extracting(Tensor::primitive)
        .containsExactlyInAnyOrder(Unary.SIN, Unary.TANH);
  }
}
