package org.prairieml.hnn.system;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.Tensor;

/**
 * The van der Pol oscillator {@code x'' - mu (1 - x^2) x' + x = 0} (Choudhary et al. 2023, Eq. 2)
 * as {@code x' = v, v' = mu (1 - x^2) v - x}. It has a limit cycle and conserves no energy.
 */
final class VanDerPol implements DynamicalSystem {

  private static final Option<Double> MU =
      Option.real("mu", RealRange.ANY, 2.7, "The viscosity; 2.7 in the paper's Figure 5.");

  @Override
  public String name() {
    return "van-der-pol";
  }

  @Override
  public String summary() {
    return "The van der Pol oscillator: x' = v, v' = mu (1 - x^2) v - x.";
  }

  @Override
  public String source() {
    return "van der Pol: On relaxation-oscillations (1926)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(MU);
  }

  @Override
  public List<String> coordinates(Options options) {
    return List.of("x", "v");
  }

  @Override
  public Tensor timeDerivative(Tensor states, Options options) {
    Tensor x = states.slice(-1, 0, 1);
    Tensor v = states.slice(-1, 1, 2);
    Tensor viscosity = x.square().rsub(1).mul(options.get(MU));
    return Tensor.concat(-1, List.of(v, viscosity.mul(v).sub(x)));
  }
}
