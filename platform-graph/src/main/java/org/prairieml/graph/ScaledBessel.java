package org.prairieml.graph;

import java.util.List;

/**
 * The exponentially scaled modified Bessel function of the first kind, {@code e^-|x| I_n(x)}.
 *
 * <p>Orders 0 and 1 are the operators {@code i0e} and {@code i1e}. The derivative needs the
 * neighboring orders, {@code I_n' = (I_(n-1) + I_(n+1)) / 2} (Abramowitz and Stegun 9.6.26), which
 * has no cancellation at 0, unlike the form with {@code I_1(x) / x}.
 *
 * @param order n, at least 0
 */
public record ScaledBessel(int order) implements Primitive {

  /** Checks the order. */
  public ScaledBessel {
    if (order < 0) {
      throw new GraphException("Bessel function: order " + order + " is negative.");
    }
  }

  @Override
  public String label() {
    return "bessel_i" + order + "e";
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return operands.getFirst();
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    Tensor x = result.operand(0);
    Tensor lower = x.scaledBessel(Math.abs(order - 1));
    Tensor upper = x.scaledBessel(order + 1);
    return cotangent.mul(lower.add(upper).mul(0.5).sub(x.sign().mul(result)));
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = SpecialFunctions.scaledBessel(order, operands[0][i]);
    }
  }
}
