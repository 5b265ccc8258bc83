package org.prairieml.api.search;

import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.api.run.RunContext;

/** Judges candidates: usually trains a network with the function and reports its accuracy. */
@FunctionalInterface
public interface Objective {

  /**
   * Judges one candidate. Safe for use by several threads.
   *
   * @param context the engine, and the candidate's own random streams
   */
  Evaluation evaluate(Configured<Activation> candidate, RunContext context);

  /**
   * A judgement.
   *
   * @param fitness larger is better; not a number for a candidate that failed
   * @param metrics what else was measured, by name
   */
  record Evaluation(double fitness, Map<String, Double> metrics) {}
}
