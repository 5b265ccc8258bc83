package org.prairieml.hnn.integration;

import java.util.List;
import java.util.function.UnaryOperator;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.system.Symplectic;

/** Integrators of fixed step, as graph: the same for a true law and for a learned one. */
public enum Integrator {

  /** Order 1: x + h f(x), as Choudhary et al. 2023 extrapolate. */
  EULER(1) {
    @Override
    public Tensor step(UnaryOperator<Tensor> field, Tensor x, double h) {
      return x.add(field.apply(x).mul(h));
    }
  },

  /** Order 4: the method of Runge and Kutta. */
  RK4(4) {
    @Override
    public Tensor step(UnaryOperator<Tensor> field, Tensor x, double h) {
      Tensor k1 = field.apply(x);
      Tensor k2 = field.apply(x.add(k1.mul(h / 2)));
      Tensor k3 = field.apply(x.add(k2.mul(h / 2)));
      Tensor k4 = field.apply(x.add(k3.mul(h)));
      return x.add(k1.add(k2.add(k3).mul(2)).add(k4).mul(h / 6));
    }
  },

  /** Order 2, symplectic: kick, drift, kick, for H = T(p) + V(q). */
  LEAPFROG(2) {
    @Override
    public Tensor step(UnaryOperator<Tensor> field, Tensor x, double h) {
      return kick(field, drift(field, kick(field, x, h / 2), h), h / 2);
    }
  },

  /** Order 4, symplectic: three leapfrogs (Yoshida 1990), for H = T(p) + V(q). */
  YOSHIDA4(4) {
    @Override
    public Tensor step(UnaryOperator<Tensor> field, Tensor x, double h) {
      double outer = 1 / (2 - Math.cbrt(2));
      Tensor first = LEAPFROG.step(field, x, outer * h);
      Tensor second = LEAPFROG.step(field, first, (1 - 2 * outer) * h);
      return LEAPFROG.step(field, second, outer * h);
    }
  };

  private final int order;

  Integrator(int order) {
    this.order = order;
  }

  /** Returns the power of the step to which the error over a fixed time is proportional. */
  public int order() {
    return order;
  }

  /** Returns whether it presumes that H = T(p) + V(q). */
  public boolean needsSeparable() {
    return this == LEAPFROG || this == YOSHIDA4;
  }

  /**
   * Returns the states after a step.
   *
   * @param field gives the rates of change {@code [n, d]} of states {@code [n, d]}
   * @param x states {@code [n, d]}
   * @param h the step in time
   */
  public abstract Tensor step(UnaryOperator<Tensor> field, Tensor x, double h);

  private static Tensor kick(UnaryOperator<Tensor> field, Tensor x, double h) {
    Tensor change = Symplectic.momenta(field.apply(x)).mul(h);
    return Tensor.concat(-1, List.of(Symplectic.positions(x), Symplectic.momenta(x).add(change)));
  }

  private static Tensor drift(UnaryOperator<Tensor> field, Tensor x, double h) {
    Tensor change = Symplectic.positions(field.apply(x)).mul(h);
    return Tensor.concat(-1, List.of(Symplectic.positions(x).add(change), Symplectic.momenta(x)));
  }
}
