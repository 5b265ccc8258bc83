package org.prairieml.engine.fuse;

import java.util.List;
import java.util.OptionalDouble;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Concat;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Gather;
import org.prairieml.graph.Pad;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.ReduceMax;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Select;
import org.prairieml.graph.Slice;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

/** The kinds of tensors that fusion tells apart. */
public final class Nodes {

  private Nodes() {}

  /** Returns whether every element depends on the operands' elements of the same index alone. */
  public static boolean isElementwise(Tensor node) {
    return switch (node.primitive()) {
      case Unary _, ScaledBessel _, Binary _, Select _, StopGradient _ -> true;
      default -> false;
    };
  }

  /**
   * Returns whether every element is one of a table: a gather of single elements. The table has
   * memory; the indices may stand in a register.
   */
  public static boolean isLookUp(Tensor node) {
    return node.primitive() instanceof Gather && node.operand(0).shape().rank() == 1;
  }

  /** Returns whether a fused loop can compute it, every element by itself. */
  public static boolean isPointwise(Tensor node) {
    return isElementwise(node) || isLookUp(node);
  }

  /** Returns the operands of whose elements a pointwise tensor needs that of the same index. */
  public static List<Tensor> pointwiseOperands(Tensor node) {
    return isLookUp(node) ? List.of(node.operand(1)) : node.operands();
  }

  /** Returns whether it shows the operand's elements under other indices. */
  public static boolean isView(Tensor node) {
    return switch (node.primitive()) {
      case Broadcast _, Reshape _, Permute _, Slice _ -> true;
      default -> false;
    };
  }

  /** Returns whether it folds elements along axes. */
  public static boolean isReduction(Tensor node) {
    return node.primitive() instanceof ReduceSum || node.primitive() instanceof ReduceMax;
  }

  /** Returns whether it puts operands into parts of a larger whole. */
  public static boolean isAssembly(Tensor node) {
    return node.primitive() instanceof Concat || node.primitive() instanceof Pad;
  }

  /** Returns whether it has no operands. */
  public static boolean isLeaf(Tensor node) {
    return node.primitive() instanceof Placeholder || node.primitive() instanceof Constant;
  }

  /** Returns the number that stands in every element, if it is a constant of one number. */
  public static OptionalDouble uniform(Tensor node) {
    Tensor source = node;
    while (isView(source)) {
      source = source.operand(0);
    }
    return source.primitive() instanceof Constant constant && constant.value().size() == 1
        ? OptionalDouble.of(constant.value().values()[0])
        : OptionalDouble.empty();
  }
}
