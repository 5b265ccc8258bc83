package org.prairieml.host.bench;

import java.util.function.UnaryOperator;
import org.prairieml.api.network.Distribution;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A learned activation: {@code base(a) + scale (V g(u a + c) + d)}, one sub-network 1-h-1 for all
 * neurons of a kind.
 *
 * @param base the fixed function
 * @param hidden g, the nonlinearity inside
 * @param width h
 * @param scale the factor on the sub-network
 */
record Subnetwork(
    UnaryOperator<Tensor> base, UnaryOperator<Tensor> hidden, int width, double scale) {

  private static final Distribution INNER = new Distribution.Normal(0, 0.5);
  private static final Distribution OUTER = new Distribution.Normal(0, 0.1);
  private static final Distribution ZERO = new Distribution.Constant(0);

  /** Returns the exponential linear unit; the exponential sees no positive number. */
  static Tensor elu(Tensor a) {
    Tensor zero = Tensor.of(0);
    return zero.less(a).select(a, a.min(zero).expm1());
  }

  /** Returns the activations of every neuron of every example. */
  Tensor apply(String kind, Tensor a, Parameters parameters) {
    Tensor column = a.reshape(Shape.of(a.shape().size(), 1));
    Tensor inside = parameters.dense(kind + ".inner", column, width, INNER, ZERO);
    Tensor outside = parameters.dense(kind + ".outer", hidden.apply(inside), 1, OUTER, ZERO);
    Tensor bend = outside.reshape(a.shape());
    return base.apply(a).add(scale == 1 ? bend : bend.mul(scale));
  }
}
