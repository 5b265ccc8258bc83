package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;
import org.prairieml.graph.UniformRandom;

class CommonSubexpressionsTests {

  private final Program.Builder builder = Program.builder("twice");
  private final Tensor x = builder.input("x", Shape.of(3));

  private Program rewritten(Tensor y) {
    return Rewrites.of(
        program -> new CommonSubexpressions().apply(program), builder.output("y", y).build());
  }

  @Test
  void whatIsWrittenTwiceIsComputedOnce() {
    Program after = rewritten(x.exp().add(1).mul(x.exp().add(1).sin()));
    assertThat(Rewrites.count(after, Unary.EXP)).isEqualTo(1);
    assertThat(Rewrites.count(after, Binary.ADD)).isEqualTo(1);
    assertThat(Rewrites.count(after, Constant.class)).isEqualTo(1);
  }

  @Test
  void otherPrimitivesAndOperandsStayApart() {
    Program after = rewritten(x.sum(0).add(x.max(0)).add(x.sin().sum(0)).add(x.cos().sum(0)));
    assertThat(after.order()).hasSize(10);
  }

  @Test
  void zerosOfBothSignsAreTwoConstantsAndNotANumberIsOne() {
    Tensor zeros = x.div(Tensor.of(0)).max(x.div(Tensor.of(-0.0)));
    Tensor nothing = x.add(Tensor.of(Double.NaN)).mul(Tensor.of(Double.NaN));
    assertThat(Rewrites.count(rewritten(zeros.add(nothing)), Constant.class)).isEqualTo(3);
  }

  @Test
  void randomNumbersAreOneIfStreamAndCounterAre() {
    Tensor counter = builder.state("count", Shape.SCALAR);
    Tensor once = Tensor.uniform(1, counter, Shape.of(3));
    Tensor again = Tensor.uniform(1, counter, Shape.of(3));
    Tensor other = Tensor.uniform(2, counter, Shape.of(3));
    Tensor later = Tensor.uniform(1, counter.add(1), Shape.of(3));
    Program after = rewritten(once.add(again).add(other).add(later));
    assertThat(Rewrites.count(after, UniformRandom.class)).isEqualTo(3);
  }
}
