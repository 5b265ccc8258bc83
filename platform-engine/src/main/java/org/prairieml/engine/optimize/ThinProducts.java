package org.prairieml.engine.optimize;

import org.prairieml.graph.MatMul;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Writes a matrix product with an inner or outer dimension of 1 as an elementwise product, and a
 * sum, which take part in fusion: the sub-networks of LDNN are such products.
 */
final class ThinProducts implements Pass {

  @Override
  public Tensor apply(Tensor node) {
    if (!(node.primitive() instanceof MatMul product) || node.shape().size() == 0) {
      return node;
    }
    Tensor a = node.operand(0);
    Tensor b = node.operand(1);
    if (a.shape().dimension(product.transposeFirst() ? -2 : -1) == 1) {
      return asColumn(a).mul(asRow(b));
    }
    if (node.shape().dimension(-1) == 1) {
      Tensor products = a.mul(product.transposeFirst() ? asColumn(b) : asRow(b));
      return summed(products, product.transposeFirst() ? -2 : -1, node.shape());
    }
    if (node.shape().dimension(-2) == 1) {
      Tensor products = b.mul(product.transposeSecond() ? asRow(a) : asColumn(a));
      return summed(products, product.transposeSecond() ? -1 : -2, node.shape());
    }
    return node;
  }

  private static Tensor summed(Tensor products, int axis, Shape shape) {
    return products.sum(products.shape().axis(axis)).reshape(shape);
  }

  /** A matrix with a single row or column is turned by a reshape, which moves nothing. */
  private static Tensor asColumn(Tensor thin) {
    return turned(thin, -2);
  }

  private static Tensor asRow(Tensor thin) {
    return turned(thin, -1);
  }

  private static Tensor turned(Tensor thin, int longAxis) {
    Shape shape = thin.shape();
    int length = shape.dimension(-1) * shape.dimension(-2);
    return thin.reshape(shape.with(-1, 1).with(-2, 1).with(longAxis, length));
  }
}
