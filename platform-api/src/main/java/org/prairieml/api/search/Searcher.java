package org.prairieml.api.search;

import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.api.run.RunContext;

/** Looks for activation functions that serve an objective. */
public interface Searcher extends Service {

  /**
   * Searches.
   *
   * @param objective what makes a candidate good
   * @param options values for {@link #options()}, the search's limits among them
   * @param context engine, streams and progress
   */
  SearchResult search(Objective objective, Options options, RunContext context);
}
