package org.prairieml.training.loss;

import org.prairieml.api.Options;
import org.prairieml.api.data.Target;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/** The mean over examples and values of the squared difference. */
public final class MeanSquaredError implements Loss {

  /** Creates the service. */
  public MeanSquaredError() {}

  @Override
  public String name() {
    return "mean-squared-error";
  }

  @Override
  public String summary() {
    return "Mean of the squared difference over examples and values.";
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Target.Values;
  }

  @Override
  public Tensor apply(Tensor outputs, Tensor targets, Options options) {
    return Formulas.meanAll(outputs.sub(targets).square());
  }
}
