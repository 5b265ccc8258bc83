package org.prairieml.hnn.layer;

import org.prairieml.api.Options;
import org.prairieml.api.data.Target;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.Tensor;

/**
 * The squared error summed over components and averaged over examples (Choudhary et al. 2023, Eq. 5
 * and 6); {@code mean-squared-error}, which published code uses, also averages over components.
 */
public final class SummedSquaredError implements Loss {

  /** Creates the service. */
  public SummedSquaredError() {}

  @Override
  public String name() {
    return "summed-squared-error";
  }

  @Override
  public String summary() {
    return "The squared error, summed over components, averaged over examples.";
  }

  @Override
  public String source() {
    return "Choudhary, Radhakrishnan, Lindner, Sinha, Ditto: Neuronal diversity can improve machine"
        + " learning for physics and beyond (2023), Eq. 5 and 6";
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Target.Values;
  }

  @Override
  public Tensor apply(Tensor outputs, Tensor targets, Options options) {
    return outputs.sub(targets).square().sumAll().div(outputs.shape().dimension(0));
  }
}
