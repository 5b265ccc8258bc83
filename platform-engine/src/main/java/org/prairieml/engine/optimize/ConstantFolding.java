package org.prairieml.engine.optimize;

import org.prairieml.engine.fuse.Nodes;
import org.prairieml.graph.Constant;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Tensor;

/** Computes what depends on constants alone, where the result is small. */
final class ConstantFolding implements Pass {

  /** Larger results would take more memory than they save time. */
  private static final int LARGEST = 1 << 14;

  @Override
  public Tensor apply(Tensor node) {
    boolean constant =
        !Nodes.isLeaf(node)
            && node.shape().size() <= LARGEST
            && node.operands().stream().allMatch(o -> o.primitive() instanceof Constant);
    // one number seen in many places is cheaper as it is
    return !constant
            || Nodes.isView(node) && Nodes.uniform(node).isPresent() && node.shape().rank() > 0
        ? node
        : Tensor.of(value(node));
  }

  private static NdArray value(Tensor node) {
    double[][] operands =
        node.operands().stream()
            .map(o -> ((Constant) o.primitive()).value().values())
            .toArray(double[][]::new);
    double[] result = new double[node.shape().size()];
    node.primitive().evaluate(node, operands, result);
    return new NdArray(node.shape(), result);
  }
}
