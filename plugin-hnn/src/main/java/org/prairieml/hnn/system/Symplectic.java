package org.prairieml.hnn.system;

import java.util.List;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.Tensor;

/** Hamilton's equations on states {@code [n, 2k]}: k positions, then their k momenta. */
public final class Symplectic {

  private Symplectic() {}

  /** Returns the positions {@code [n, k]} of states. */
  public static Tensor positions(Tensor states) {
    return states.slice(-1, 0, half(states));
  }

  /** Returns the momenta {@code [n, k]} of states. */
  public static Tensor momenta(Tensor states) {
    return states.slice(-1, half(states), 2 * half(states));
  }

  private static int half(Tensor states) {
    return states.shape().dimension(-1) / 2;
  }

  /**
   * Returns {@code (dH/dp, -dH/dq)} (Hamilton's equations; Choudhary et al. 2023, Eq. 4).
   *
   * @param energies the energy of each state, any shape with one element per state
   * @param states what the energies were computed from, {@code [n, 2k]}
   * @return {@code [n, 2k]}
   */
  public static Tensor flow(Tensor energies, Tensor states) {
    return turned(Gradients.of(energies.sumAll(), states));
  }

  /** Returns {@code (g_p, -g_q)} of a gradient {@code (g_q, g_p)}. */
  public static Tensor turned(Tensor gradient) {
    return Tensor.concat(-1, List.of(momenta(gradient), positions(gradient).neg()));
  }
}
