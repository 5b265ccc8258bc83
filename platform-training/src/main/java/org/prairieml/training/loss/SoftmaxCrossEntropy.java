package org.prairieml.training.loss;

import org.prairieml.api.Options;
import org.prairieml.api.data.Target;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/** The mean over examples of {@code -log softmax(outputs)[label]}. */
public final class SoftmaxCrossEntropy implements Loss {

  /** Creates the service. */
  public SoftmaxCrossEntropy() {}

  @Override
  public String name() {
    return "softmax-cross-entropy";
  }

  @Override
  public String summary() {
    return "Mean negative log-likelihood of the labels under softmax of the outputs.";
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Target.Classes;
  }

  @Override
  public Tensor apply(Tensor outputs, Tensor targets, Options options) {
    Tensor labels = Formulas.oneHot(targets, outputs.shape().dimension(-1));
    Tensor likelihood = Formulas.logSoftmax(outputs, -1).mul(labels).sum(-1);
    return Formulas.meanAll(likelihood).neg();
  }
}
