package org.prairieml.api.search;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;

/**
 * What a search gave.
 *
 * @param candidates every candidate that was judged, best first
 */
public record SearchResult(List<Candidate> candidates) {

  /**
   * A candidate and its judgement.
   *
   * @param function the activation function
   * @param evaluation its judgement
   */
  public record Candidate(Configured<Activation> function, Objective.Evaluation evaluation) {}
}
