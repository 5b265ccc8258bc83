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
   * Returns the states at some times.
   *
   * @param start the state at the first of the times
   * @param times ascending
   * @return a state per time
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
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(SHORTEST_STEP, to - from, tolerance, tolerance);
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
      return law.dimension();
    }

    @Override
    public double[] computeDerivatives(double time, double[] state) {
      return law.rates(state);
    }
  }
}
