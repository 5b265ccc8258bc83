package org.prairieml.api.data;

import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;

/** Loads a data set from files or generates it. Same options, same bits. */
public interface DatasetSource extends Service {

  /**
   * Returns the data set.
   *
   * @param options values for {@link #options()}
   * @throws PrairieException bad input, if a file is missing, damaged or not of the format
   */
  Dataset load(Options options);
}
