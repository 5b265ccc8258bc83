package org.prairieml.activations.export;

import org.prairieml.activations.expression.Canonical;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.expression.PrimitiveFormula;
import org.prairieml.activations.expression.WrittenActivation;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;

/** Formulas for people to read. */
final class FormulaText {

  /** A longer formula is of no use to anybody. */
  private static final int LARGEST = 2_000;

  private FormulaText() {}

  /** Returns the formula in infix notation and canonical form; words where it is too long. */
  static String of(Configured<Activation> function, int order) {
    return PrimitiveFormula.size(PrimitiveFormula.of(function, order).expression()) > LARGEST
            && order > 0
        ? "Derivative %d of '%s'.".formatted(order, function.name())
        : formula(function, order).toString();
  }

  /**
   * Returns the formula in canonical form: as the function itself has it, or read from its graph.
   *
   * @throws PrairieException bad input, if there is none or it is too long to be read
   */
  static Formula formula(Configured<Activation> function, int order) {
    if (order == 0 && function.service() instanceof WrittenActivation written) {
      return written.formula(function.options()).canonical();
    }
    Formula formula = PrimitiveFormula.of(function, order);
    int size = PrimitiveFormula.size(formula.expression());
    if (size > LARGEST) {
      throw PrairieException.badInput(
          "Activation '%s': the formula of derivative %d has more than %,d operations."
              .formatted(function.name(), order, LARGEST));
    }
    return Formula.of(Canonical.of(formula.expression()), formula.starts());
  }
}
