package org.prairieml.api.analysis;

import org.prairieml.api.Service;
import org.prairieml.api.run.RunContext;

/** Measures a property of a trained network: curvature, information, dimensionality. */
public interface Analyzer extends Service {

  /** Returns the measurements. */
  AnalysisResult analyze(AnalysisTask task, RunContext context);
}
