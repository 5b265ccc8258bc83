package org.prairieml.hnn.integration;

import java.util.List;
import java.util.function.UnaryOperator;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Tensor;

/** How small displacements move with a law: the variational equation {@code dv/dt = J(x) v}. */
public final class Tangent {

  private Tangent() {}

  /**
   * Returns the field of states and displacements side by side.
   *
   * @param field gives the rates of change {@code [n, d]} of states {@code [n, d]}
   * @return gives {@code (f(x), J(x) v)} of {@code (x, v)}, both {@code [n, 2 d]}
   */
  public static UnaryOperator<Tensor> of(UnaryOperator<Tensor> field) {
    return both -> {
      int d = both.shape().dimension(-1) / 2;
      Tensor x = both.slice(-1, 0, d);
      Tensor v = both.slice(-1, d, 2 * d);
      Tensor rates = field.apply(x);
      return Tensor.concat(-1, List.of(rates, jacobianVector(rates, x, v)));
    };
  }

  /** Reverse mode twice: J^T u is linear in u, and its gradient towards u along v is J v. */
  private static Tensor jacobianVector(Tensor rates, Tensor x, Tensor v) {
    Tensor u = Tensor.filled(rates.shape(), 0);
    Tensor pulled = Gradients.vectorJacobian(List.of(rates), List.of(u), List.of(x)).getFirst();
    return Gradients.of(pulled.mul(v.stopGradient()).sumAll(), u);
  }
}
