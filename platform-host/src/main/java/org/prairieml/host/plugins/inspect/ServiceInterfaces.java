package org.prairieml.host.plugins.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.api.analysis.Analyzer;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationWriter;
import org.prairieml.api.network.Layer;
import org.prairieml.api.search.Searcher;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.Schedule;
import org.prairieml.api.training.Trainer;

/** The interfaces that a plug-in may provide; the module descriptor has a {@code uses} for each. */
public final class ServiceInterfaces {

  /** The interfaces of services. */
  public static final List<Class<? extends Service>> ALL =
      List.of(
          Activation.class,
          ActivationWriter.class,
          Analyzer.class,
          DatasetSource.class,
          DynamicalSystem.class,
          Engine.class,
          Initializer.class,
          Layer.class,
          Loss.class,
          Optimizer.class,
          Schedule.class,
          Searcher.class,
          Trainer.class);

  private ServiceInterfaces() {}

  /** Returns all that a plug-in may provide, catalogs among them. */
  public static Stream<Class<?>> withCatalogs() {
    return Stream.concat(ALL.stream(), Stream.of(ServiceCatalog.class));
  }

  /** Returns the interface with a name. */
  public static Optional<Class<? extends Service>> find(String name) {
    return ALL.stream().filter(type -> type.getName().equals(name)).findFirst();
  }
}
