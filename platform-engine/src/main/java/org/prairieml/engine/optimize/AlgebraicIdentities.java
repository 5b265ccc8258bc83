package org.prairieml.engine.optimize;

import java.util.List;
import java.util.OptionalDouble;
import org.prairieml.engine.fuse.Nodes;
import org.prairieml.graph.ArgMax;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.Select;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;
import org.prairieml.graph.UniformRandom;

/**
 * Leaves out what changes nothing.
 *
 * <p>The sign of a zero is not kept ({@code -0 + 0} is 0, here -0); NaN and infinities are: {@code
 * 0 * x} is 0 only where x is known to be finite.
 */
final class AlgebraicIdentities implements Pass {

  @Override
  public Tensor apply(Tensor node) {
    return switch (node.primitive()) {
      case StopGradient _ -> node.operand(0);
      case Unary unary -> unary(unary, node);
      case Binary binary -> binary(binary, node);
      case Select _ -> select(node);
      case Broadcast _ -> broadcast(node);
      case Reshape _ -> reshape(node);
      case Permute(var axes) -> permute(axes, node);
      default -> node;
    };
  }

  private static Tensor unary(Unary unary, Tensor node) {
    Tensor x = node.operand(0);
    return unary == Unary.NEG && x.primitive() == Unary.NEG ? x.operand(0) : node;
  }

  private static Tensor binary(Binary binary, Tensor node) {
    Tensor a = node.operand(0);
    Tensor b = node.operand(1);
    return switch (binary) {
      case ADD -> is(a, 0) ? b : is(b, 0) ? a : sum(node, a, b);
      case SUB ->
          is(b, 0)
              ? a
              : is(a, 0) ? b.neg() : b.primitive() == Unary.NEG ? a.add(b.operand(0)) : node;
      case MUL -> product(node, a, b);
      case DIV, DIV_NO_NAN -> is(b, 1) ? a : node;
      case POW -> is(b, 1) ? a : is(b, 2) ? a.square() : node;
      case MAX, MIN -> a == b ? a : node;
      default -> node;
    };
  }

  private static Tensor sum(Tensor node, Tensor a, Tensor b) {
    if (b.primitive() == Unary.NEG) {
      return a.sub(b.operand(0));
    }
    return a.primitive() == Unary.NEG ? b.sub(a.operand(0)) : node;
  }

  private static Tensor product(Tensor node, Tensor a, Tensor b) {
    if (is(a, 1)) {
      return b;
    }
    if (is(b, 1)) {
      return a;
    }
    if (is(a, 0) && isFinite(b)) {
      return a;
    }
    if (is(b, 0) && isFinite(a)) {
      return b;
    }
    if (is(a, -1)) {
      return b.neg();
    }
    return is(b, -1) ? a.neg() : a == b ? a.square() : node;
  }

  private static Tensor select(Tensor node) {
    Tensor condition = node.operand(0);
    OptionalDouble known = Nodes.uniform(condition);
    if (known.isPresent()) {
      return node.operand(known.getAsDouble() != 0 ? 1 : 2);
    }
    return node.operand(1) == node.operand(2) ? node.operand(1) : node;
  }

  private static Tensor broadcast(Tensor node) {
    Tensor x = node.operand(0);
    if (x.shape().equals(node.shape())) {
      return x;
    }
    return x.primitive() instanceof Broadcast ? x.operand(0).broadcast(node.shape()) : node;
  }

  private static Tensor reshape(Tensor node) {
    Tensor x = node.operand(0);
    if (x.shape().equals(node.shape())) {
      return x;
    }
    OptionalDouble number = Nodes.uniform(x);
    if (number.isPresent()) {
      return Tensor.filled(node.shape(), number.getAsDouble());
    }
    return x.primitive() instanceof Reshape ? x.operand(0).reshape(node.shape()) : node;
  }

  private static Tensor permute(List<Integer> axes, Tensor node) {
    Tensor x = node.operand(0);
    if (axes.stream().sorted().toList().equals(axes)) {
      return x;
    }
    OptionalDouble number = Nodes.uniform(x);
    if (number.isPresent()) {
      return Tensor.filled(node.shape(), number.getAsDouble());
    }
    return x.primitive() instanceof Permute(var first)
        ? x.operand(0).permute(axes.stream().mapToInt(first::get).toArray())
        : node;
  }

  private static boolean is(Tensor tensor, double value) {
    OptionalDouble number = Nodes.uniform(tensor);
    return number.isPresent() && number.getAsDouble() == value;
  }

  /** Returns whether a value can be no infinity and not NaN, whatever goes into it. */
  private static boolean isFinite(Tensor tensor) {
    OptionalDouble number = Nodes.uniform(tensor);
    if (number.isPresent()) {
      return Double.isFinite(number.getAsDouble());
    }
    return switch (tensor.primitive()) {
      case ArgMax _, UniformRandom _ -> true;
      case Binary binary ->
          switch (binary) {
            case LESS, LESS_OR_EQUAL, EQUAL -> true;
            default -> false;
          };
      case Broadcast _, Reshape _, Permute _ -> isFinite(tensor.operand(0));
      default -> false;
    };
  }
}
