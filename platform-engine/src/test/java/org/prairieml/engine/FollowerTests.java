package org.prairieml.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Which loops take up a product block by block; {@link ThreadTests} has what they compute. */
class FollowerTests {

  private static List<ProgramPlan.Follower> followers(Program program) {
    ProgramPlan plan = ProgramPlan.of(program, NumberFormat.FLOAT32);
    return plan.tasks().stream().map(plan::follower).filter(f -> f != null).toList();
  }

  @Test
  void biasActivationAndReductionsFollowLargeProducts() {
    assertThat(followers(LargePrograms.layers())).hasSize(2);
    assertThat(followers(LargePrograms.flat())).hasSize(1);
  }

  @Test
  void whatOverwritesAnOperandDoesNotFollow() {
    assertThat(followers(LargePrograms.recurrent())).isEmpty();
  }

  @Test
  void smallResultsStayInTheCacheAnyway() {
    Program.Builder builder = Program.builder("small");
    Tensor x = builder.input("x", Shape.of(100, 40));
    Tensor y = x.matmul(builder.input("w", Shape.of(40, 100))).tanh();

    assertThat(followers(builder.output("y", y).build())).isEmpty();
  }

  @Test
  void loopsThatReadOtherRowsDoNotFollow() {
    Program.Builder builder = Program.builder("turned");
    Tensor x = builder.input("x", Shape.of(400, 40));
    Tensor product = x.matmul(builder.input("w", Shape.of(40, 400)));
    Tensor y = product.add(product.transpose()).tanh();

    assertThat(followers(builder.output("y", y).build())).isEmpty();
  }

  @Test
  void loopsThatLookUpInTheWholeProductDoNotFollow() {
    Program.Builder builder = Program.builder("table");
    Tensor x = builder.input("x", Shape.of(400, 40));
    Tensor product = x.matmul(builder.input("w", Shape.of(40, 400))).reshape(Shape.of(400 * 400));
    Tensor y = product.gather(0, builder.input("index", Shape.of(400 * 400))).tanh();

    assertThat(followers(builder.output("y", y).build())).isEmpty();
  }
}
