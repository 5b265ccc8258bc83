package org.prairieml.engine.tier;

import java.util.Locale;

/** Which of the two ways of running a loop are used; tests and measurements choose one. */
public enum TierChoice {
  /** Interpreted at first, then compiled: the default. */
  BOTH,
  /** Interpreted only. */
  INTERPRETED,
  /** Compiled only: slow until the just-in-time compiler has seen every class. */
  COMPILED;

  /** The choice of this process: system property {@code prairie.engine.tier}. */
  public static final TierChoice PRESENT =
      valueOf(System.getProperty("prairie.engine.tier", "both").toUpperCase(Locale.ROOT));
}
