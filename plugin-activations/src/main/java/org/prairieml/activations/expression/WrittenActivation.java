package org.prairieml.activations.expression;

import org.prairieml.api.Options;
import org.prairieml.api.network.Activation;

/** An activation that has a formula in the operators of the expression language. */
public interface WrittenActivation extends Activation {

  /** Returns the formula that it is with these options; its free names are its parameters. */
  Formula formula(Options options);
}
