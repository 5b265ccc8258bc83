package org.prairieml.host.cli;

import jakarta.inject.Inject;
import java.util.Iterator;
import org.prairieml.host.experiment.ShippedExperiments;

/** What the shell may complete where an experiment is expected; files it knows itself. */
record ExperimentNames(ShippedExperiments shipped) implements Iterable<String> {

  @Inject
  ExperimentNames {}

  @Override
  public Iterator<String> iterator() {
    return shipped.names().iterator();
  }
}
