package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A graph that cannot be built says which operation, which shapes and which layer. */
class GraphErrorTests {

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row(() -> t(8, 3).matmul(t(4, 5)), "matmul", "inner dimensions differ: [8, 3] x [4, 5]"),
        row(
            () -> t(8, 3).matmul(t(4, 5), true, true),
            "matmul",
            "inner dimensions differ: [8, 3]^T x [4, 5]^T"),
        row(
            () -> t(3).matmul(t(3, 5)),
            "matmul",
            "needs two operands of one rank, at least 2: [3] x [3, 5]"),
        row(
            () -> Tensor.apply(new MatMul(false, false), t(2, 4, 3), t(7, 3, 5)),
            "matmul",
            "batch dimensions differ: [2, 4, 3] x [7, 3, 5]"),
        row(() -> t(2, 3).add(t(4)), "add", "shapes [2, 3] and [4] do not broadcast to one"),
        row(() -> t(2, 3).less(t(2)), "less", "shapes [2, 3] and [2] do not broadcast to one"),
        row(
            () -> Tensor.apply(Binary.MUL, t(2), t(3)),
            "mul",
            "operands differ in shape: [2] and [3]"),
        row(() -> t(2).select(t(3), 0), "select", "shapes [2] and [3] do not broadcast to one"),
        row(
            () -> Tensor.apply(new Select(), t(2), t(2), t(3)),
            "select",
            "operands differ in shape: [[2], [2], [3]]"),
        row(() -> t(2, 3).broadcast(Shape.of(3)), "broadcast", "cannot repeat [2, 3] to [3]"),
        row(() -> t(2).broadcast(Shape.of(4)), "broadcast", "cannot repeat [2] to [4]"),
        row(
            () -> t(2, 3).reshape(Shape.of(5)),
            "reshape",
            "sizes differ: [2, 3] has 6 elements, [5] has 5"),
        row(() -> t(2, 3).permute(0, 0), "permute", "[0, 0] is not an order of the axes of [2, 3]"),
        row(() -> t(2, 3).permute(0), "permute", "[0] is not an order of the axes of [2, 3]"),
        row(() -> t(2, 3).slice(1, 0, 4), "slice", "axis 1 of [2, 3] has no range 0 to 4 by 1"),
        row(() -> t(2, 3).slice(0, -1, 2), "slice", "axis 0 of [2, 3] has no range -1 to 2 by 1"),
        row(() -> t(5).slice(0, 3, 1), "slice", "axis 0 of [5] has no range 3 to 1 by 1"),
        row(() -> t(5).slice(0, 0, 5, 0), "slice", "axis 0 of [5] has no range 0 to 5 by 0"),
        row(
            () -> t(5).pad(0, -1, 0),
            "pad",
            "needs three amounts of at least 0 for each axis of [5],"
                + " found Pad[before=[-1], after=[0], interior=[0]]"),
        row(
            () -> Tensor.concat(0, List.of(t(2, 3), t(2, 4))),
            "concat",
            "operands differ in an axis other than 0: [[2, 3], [2, 4]]"),
        row(
            () -> Tensor.concat(1, List.of(t(2, 3), t(2))),
            "concat",
            "operands differ in an axis other than 1: [[2, 3], [2]]"),
        row(() -> t(0, 3).gather(0, t(2)), "gather", "axis 0 of [0, 3] is empty"),
        row(
            () -> t(2, 3).scatterAdd(0, t(4), 5),
            "scatter_add",
            "slices [2, 3] do not fit indices [4]"),
        row(() -> t(2, 3).sum(0, -2), "sum", "axes [0, 0] name one twice"),
        row(() -> t(2, 3).max(1, 1), "max", "axes [1, 1] name one twice"),
        row(() -> t(2, 0).argMax(1), "argmax", "axis 1 of [2, 0] is empty"),
        row(
            () -> Tensor.uniform(1, t(2), Shape.SCALAR),
            "uniform",
            "the counter must be a scalar, found [2]"));
  }

  private static Arguments row(Supplier<Tensor> builder, String operation, String rule) {
    return Arguments.of(operation, rule, builder);
  }

  private static Tensor t(int... dimensions) {
    return Tensor.apply(new Placeholder(Placeholder.Role.INPUT, "t", Shape.of(dimensions)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mistakes")
  void theMessageNamesOperationScopeAndShapes(
      String operation, String rule, Supplier<Tensor> builder) {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> GraphScope.within("dense2", builder))
        .withMessage("Op '%s' in 'dense2': %s.".formatted(operation, rule));
  }

  @Test
  void outsideOfAnyScopeNoneIsNamed() {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> t(8, 3).matmul(t(4, 5)))
        .withMessage("Op 'matmul': inner dimensions differ: [8, 3] x [4, 5].");
  }

  @Test
  void scopesNestAndEndAlsoWhenBuildingFails() {
    Supplier<Tensor> inner = () -> GraphScope.within("dense2", () -> t(2).add(t(3)));

    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> GraphScope.within("encoder", inner))
        .withMessageStartingWith("Op 'add' in 'encoder.dense2':");
    assertThat(t(2).scope()).isEmpty();
    assertThat(GraphScope.within("encoder", () -> t(2).scope())).isEqualTo("encoder");
  }
}
