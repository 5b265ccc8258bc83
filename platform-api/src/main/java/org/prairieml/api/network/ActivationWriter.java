package org.prairieml.api.network;

import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;

/**
 * Writes activation functions down: as formulas, or as code for other frameworks.
 *
 * <p>The service's name is that of the notation or framework: {@code infix}, {@code latex}, {@code
 * numpy}.
 */
public interface ActivationWriter extends Service {

  /**
   * Writes a function.
   *
   * @param function any activation, of whichever plug-in
   * @param order 0 for the function itself, n for its n-th derivative
   * @param name what the function is called in the text, where the notation has names: letters,
   *     digits and underscores, no digit first
   * @return one or more lines, without an end of line after the last
   * @throws PrairieException bad input, if the notation cannot express the function
   */
  String write(Configured<Activation> function, int order, String name);
}
