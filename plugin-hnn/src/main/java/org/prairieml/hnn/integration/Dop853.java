package org.prairieml.hnn.integration;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.prairieml.api.PrairieException;

/**
 * Follows the true motion: the method of Dormand and Prince of order 8 with steps of its own choice
 * (Hairer, Nørsett, Wanner: Solving ordinary differential equations I, section II.5).
 *
 * @param tolerance the error allowed per step, absolute and relative to each coordinate
 */
public record Dop853(double tolerance) {

  /** As precise as float64 lets it be without needless steps. */
  public static final Dop853 PRECISE = new Dop853(1e-12);

  private static final double SHORTEST_STEP = 1e-13;

  /**
   * Returns the states at some times. Several states are followed together, with steps that keep
   * the error of each within the tolerance.
   *
   * @param start the law's states at the first of the times, one after another
   * @param times ascending
   * @return the states per time
   * @throws PrairieException bad input, if the motion cannot be followed: it ends in a singularity
   */
  public double[][] solve(Law law, double[] start, double[] times) {
    double[][] states = new double[times.length][];
    states[0] = start.clone();
    for (int i = 1; i < times.length; i++) {
      states[i] = advance(law, states[i - 1], times[i - 1], times[i]);
    }
    return states;
  }

  /** Steps end at the times that are asked for: the states between would be less precise. */
  private double[] advance(Law law, double[] state, double from, double to) {
    // The library bounds the root mean square over all coordinates; each state's own is at most
    // the root of their number times as large.
    double bound = tolerance / Math.sqrt(law.count());
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(SHORTEST_STEP, to - from, bound, bound);
    try {
      double[] end =
          integrator.integrate(new Equation(law), new ODEState(from, state), to).getPrimaryState();
      if (Arrays.stream(end).allMatch(Double::isFinite)) {
        return end;
      }
    } catch (MathRuntimeException lost) {
      throw PrairieException.badInput(problem(state, from), lost);
    }
    throw PrairieException.badInput(problem(state, from));
  }

  private static String problem(double[] state, double time) {
    return "The motion from state %s at time %s cannot be followed: it runs into a singularity or to infinity; choose other starts or a shorter span."
        .formatted(Arrays.toString(state), time);
  }

  /** A law as the library wants it. */
  private record Equation(Law law) implements OrdinaryDifferentialEquation {

    @Override
    public int getDimension() {
      return law.count() * law.dimension();
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
      return law.rates(state);
    }
  }
}
