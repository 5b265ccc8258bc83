package org.prairieml.api;

import java.util.Map;
import java.util.Optional;

/**
 * A service that also stands for texts in a language of its own, wherever a service of its type is
 * named: the activation {@code expression} stands for {@code x * sigmoid(beta * x)}.
 *
 * <p>Names come first: a text is offered to notations only where no service is called so.
 */
public interface ServiceNotation extends Service {

  /**
   * Returns the options of this service that a text stands for.
   *
   * @return values by option name, as plain data; empty if the text is not of this language
   * @throws PrairieException bad input, if it is of this language and wrong; the message shows
   *     where
   */
  Optional<Map<String, Object>> read(String text);
}
