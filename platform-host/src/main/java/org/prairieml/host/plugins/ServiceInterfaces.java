package org.prairieml.host.plugins;

import java.util.List;
import org.prairieml.api.Service;
import org.prairieml.api.analysis.Analyzer;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Layer;
import org.prairieml.api.search.Searcher;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.Schedule;
import org.prairieml.api.training.Trainer;

/** The interfaces that a plug-in may provide; the module descriptor has a {@code uses} for each. */
final class ServiceInterfaces {

  static final List<Class<? extends Service>> ALL =
      List.of(
          Activation.class,
          Analyzer.class,
          DatasetSource.class,
          Engine.class,
          Initializer.class,
          Layer.class,
          Loss.class,
          Optimizer.class,
          Schedule.class,
          Searcher.class,
          Trainer.class);

  private ServiceInterfaces() {}
}
