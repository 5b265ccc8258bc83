package org.prairieml.activations.export;

import java.util.function.Function;
import org.prairieml.activations.expression.Formula;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationWriter;

/**
 * Functions as formulas in canonical form.
 *
 * @param name the notation
 * @param summary what it is
 * @param print writes a formula
 */
record FormulaWriter(String name, String summary, Function<Formula, String> print)
    implements ActivationWriter {

  @Override
  public String write(Configured<Activation> function, int order, String called) {
    return print.apply(FormulaText.formula(function, order));
  }
}
