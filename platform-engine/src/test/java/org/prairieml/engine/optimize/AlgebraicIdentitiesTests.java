package org.prairieml.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

class AlgebraicIdentitiesTests {

  private static final Shape SHAPE = Shape.of(3, 4);

  private final Program.Builder builder = Program.builder("identities");
  private final Tensor x = builder.input("x", SHAPE);

  private Tensor rewritten(Tensor y) {
    Program program = builder.output("y", y).build();
    return Rewrites.of(p -> new AlgebraicIdentities().apply(p), program).outputs().get("y");
  }

  private static Arguments identity(String name, UnaryOperator<Tensor> identity) {
    return arguments(Named.of(name, identity));
  }

  static Stream<Arguments> identities() {
    return Stream.of(
        identity("x + 0", x -> x.add(0)),
        identity("0 + x", x -> Tensor.of(0).add(x)),
        identity("x - 0", x -> x.sub(0)),
        identity("1 x", x -> Tensor.of(1).mul(x)),
        identity("x 1", x -> x.mul(1)),
        identity("x / 1", x -> x.div(1)),
        identity("x / 1, else 0", x -> x.divNoNan(Tensor.of(1))),
        identity("x^1", x -> x.pow(Tensor.of(1))),
        identity("-(-x)", x -> x.neg().neg()),
        identity("max(x, x)", x -> x.max(x)),
        identity("min(x, x)", x -> x.min(x)),
        identity("1 ? x : y", x -> Tensor.of(1).select(x, 7)),
        identity("0 ? y : x", x -> Tensor.of(0).select(7, x)),
        identity("c ? x : x", x -> x.sin().select(x, x)),
        identity("stop", Tensor::stopGradient),
        identity("permuted to the same order", x -> x.permute(0, 1)),
        identity("reshaped back", x -> x.reshape(Shape.of(12)).reshape(SHAPE)));
  }

  @ParameterizedTest
  @MethodSource("identities")
  void whatChangesNothingIsLeftOut(UnaryOperator<Tensor> identity) {
    assertThat(rewritten(identity.apply(x))).isSameAs(x);
  }

  @Test
  void twoPermutationsAreOne() {
    Tensor cube = builder.input("cube", Shape.of(2, 3, 4));
    Tensor after = rewritten(cube.permute(1, 2, 0).permute(1, 0, 2));
    assertThat(after.primitive()).isEqualTo(new Permute(List.of(2, 1, 0)));
    assertThat(after.operand(0)).isSameAs(cube);
  }

  private static Arguments cheaper(UnaryOperator<Tensor> longer, Primitive shorter) {
    return arguments(longer, shorter);
  }

  static Stream<Arguments> cheaper() {
    return Stream.of(
        cheaper(x -> x.mul(x), Unary.SQUARE),
        cheaper(x -> x.pow(Tensor.of(2)), Unary.SQUARE),
        cheaper(x -> x.mul(-1), Unary.NEG),
        cheaper(x -> Tensor.of(-1).mul(x), Unary.NEG),
        cheaper(x -> x.rsub(0), Unary.NEG),
        cheaper(x -> x.sin().add(x.neg()), Binary.SUB),
        cheaper(x -> x.neg().add(x.sin()), Binary.SUB),
        cheaper(x -> x.sin().sub(x.neg()), Binary.ADD));
  }

  @ParameterizedTest
  @MethodSource("cheaper")
  void somethingCheaperTakesItsPlace(UnaryOperator<Tensor> longer, Primitive shorter) {
    assertThat(rewritten(longer.apply(x)).primitive()).isEqualTo(shorter);
  }

  @Test
  void zeroTimesWhatMayBeInfiniteStays() {
    Tensor y = x.mul(0);
    assertThat(rewritten(y)).isSameAs(y);
  }

  @Test
  void zeroTimesWhatIsFiniteIsZero() {
    Tensor y = x.less(x.sin()).transpose().mul(0);
    assertThat(rewritten(y).operand(0).primitive()).isInstanceOf(Constant.class);
  }

  @Test
  void zeroTimesAnInfiniteConstantStays() {
    Tensor y = Tensor.filled(SHAPE, 1 / 0.0).mul(0);
    assertThat(rewritten(y).primitive()).isEqualTo(Binary.MUL);
  }

  @Test
  void differencesOfOneAndTheSameStayForTheyMayBeNotANumber() {
    Tensor y = x.sub(x);
    assertThat(rewritten(y)).isSameAs(y);
  }

  @Test
  void viewsOfANumberAreThatNumber() {
    Tensor y = Tensor.filled(SHAPE, 5).transpose().reshape(Shape.of(2, 6));
    Tensor after = rewritten(y);
    assertThat(after.shape()).isEqualTo(y.shape());
    assertThat(after.operand(0).shape()).isEqualTo(Shape.SCALAR);
  }
}
