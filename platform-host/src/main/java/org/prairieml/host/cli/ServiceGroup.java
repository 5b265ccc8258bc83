package org.prairieml.host.cli;

import java.util.List;
import org.prairieml.api.Service;
import org.prairieml.api.analysis.Analyzer;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Layer;
import org.prairieml.api.search.Searcher;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.Schedule;
import org.prairieml.api.training.Trainer;
import org.prairieml.host.plugins.PluginStatus;

/**
 * A command for the services of one type.
 *
 * @param name the command, the type in the plural
 * @param type the type
 * @param example the name of a service for the help to show
 */
record ServiceGroup(String name, Class<? extends Service> type, String example) {

  static final List<ServiceGroup> ALL =
      List.of(
          new ServiceGroup("activations", Activation.class, "relu"),
          new ServiceGroup("analyzers", Analyzer.class, "NAME"),
          new ServiceGroup("datasets", DatasetSource.class, "mnist1d"),
          new ServiceGroup("engines", Engine.class, "reference"),
          new ServiceGroup("initializers", Initializer.class, "orthogonal"),
          new ServiceGroup("layers", Layer.class, "dense"),
          new ServiceGroup("losses", Loss.class, "cross-entropy"),
          new ServiceGroup("optimizers", Optimizer.class, "adam"),
          new ServiceGroup("schedules", Schedule.class, "constant"),
          new ServiceGroup("searchers", Searcher.class, "NAME"),
          new ServiceGroup("systems", DynamicalSystem.class, "pendulum"),
          new ServiceGroup("trainers", Trainer.class, "supervised"));

  /** Returns whether a service is offered as one of this type. */
  boolean has(PluginStatus.TypedOffer service) {
    return service.type() == type;
  }
}
