/**
 * What a plug-in compiles against: the service interfaces and the values they exchange.
 *
 * <p>A plug-in implements {@link org.prairieml.api.Service services}, declares them by {@code
 * provides} in its module descriptor, and never sees the host, an engine or another plug-in.
 *
 * @provides org.prairieml.api.engine.Engine the reference engine
 * @provides org.prairieml.api.network.Layer dense and activation layers
 */
module org.prairieml.api {
  requires transitive org.prairieml.graph;

  exports org.prairieml.api;
  exports org.prairieml.api.analysis;
  exports org.prairieml.api.data;
  exports org.prairieml.api.dynamics;
  exports org.prairieml.api.engine;
  exports org.prairieml.api.file;
  exports org.prairieml.api.initialization;
  exports org.prairieml.api.network;
  exports org.prairieml.api.run;
  exports org.prairieml.api.search;
  exports org.prairieml.api.training;

  provides org.prairieml.api.engine.Engine with
      org.prairieml.api.engine.ReferenceEngine;
  provides org.prairieml.api.network.Layer with
      org.prairieml.api.network.DenseLayer,
      org.prairieml.api.network.ActivationLayer;
}
