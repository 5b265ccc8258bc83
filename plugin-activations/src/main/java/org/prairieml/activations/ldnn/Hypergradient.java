package org.prairieml.activations.ldnn;

import java.util.Map;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;

/**
 * Which gradient of an inner loop moves the activations' parameters.
 *
 * @param form how far back the gradient goes
 * @param steps how many inner steps it goes through: all, the last few, or none
 * @param averaged of how many losses, the last ones before an update, the mean is taken
 */
record Hypergradient(Form form, int steps, int averaged) {

  /** How far back the gradient goes. */
  enum Form {
    /** Through every inner step: Algorithm 1 of Choudhary et al. 2023. */
    FULL,
    /**
     * Through the last steps; the state before them is taken for a constant (Shaban, Cheng, Hatch,
     * Boots: Truncated back-propagation for bilevel optimization, 2019).
     */
    TRUNCATED,
    /**
     * Through no step: the loss of one more batch after the last step, its weights taken for
     * constants, as the authors' later public code does.
     */
    DIRECT
  }

  static final Option<Form> FORM =
      Option.choice(
          "hypergradient",
          Form.FULL,
          "How far back the sub-networks' gradient goes: through all inner steps, the last ones, or"
              + " none (the loss after the last step).");
  static final Option<Integer> STEPS =
      Option.integer(
          "truncation",
          1,
          Integer.MAX_VALUE,
          10,
          "How many steps a truncated hypergradient goes back.");
  static final Option<Integer> AVERAGED =
      Option.integer(
          "averaged",
          0,
          Integer.MAX_VALUE,
          0,
          "Of how many losses, the last ones of the inner steps, the mean is lowered; 0 is all. No"
              + " matter to the direct hypergradient.");

  /**
   * Reads what is asked for.
   *
   * @param innerSteps the number of inner steps
   * @throws PrairieException bad input, if there are fewer inner steps than are averaged
   */
  static Hypergradient of(Options options, int innerSteps) {
    Form form = options.get(FORM);
    int averaged = options.get(AVERAGED);
    if (averaged > innerSteps) {
      throw PrairieException.badInput(
          "Trainer 'ldnn': 'averaged' is %d, but there are %d inner steps; lower 'averaged' or raise"
                  .formatted(averaged, innerSteps)
              + " 'inner-steps'.");
    }
    int steps =
        switch (form) {
          case FULL -> innerSteps;
          case TRUNCATED -> Math.min(options.get(STEPS), innerSteps);
          case DIRECT -> 0;
        };
    return new Hypergradient(form, steps, averaged == 0 ? innerSteps : averaged);
  }

  /** Returns Algorithm 1's, for a loop of some steps. */
  static Hypergradient full(int innerSteps) {
    return new Hypergradient(Form.FULL, innerSteps, innerSteps);
  }

  /** Returns the weight of a step's loss in what is differentiated, by its number from 1. */
  double share(int step, int innerSteps) {
    return step > innerSteps - averaged ? 1.0 / averaged : 0;
  }

  /** Returns what a result says about it. */
  Map<String, Double> toMetrics() {
    return Map.of("hypergradient_steps", (double) steps);
  }
}
