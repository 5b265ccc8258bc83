/** The host: finds plug-ins, gives each a module layer, wires them, and is the command line. */
module org.prairieml.host {
  requires org.prairieml.api;
  requires org.prairieml.training;
  requires com.google.guice;
  // Guice is an automatic module, and those do not resolve the explicit modules that they need.
  requires com.google.common;
  requires info.picocli;
  requires jakarta.inject;
  requires java.desktop;
  requires me.tongfei.progressbar;
  requires org.apache.commons.statistics.descriptive;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires org.apache.xmlgraphics.batik.svggen;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires xchart;

  uses org.prairieml.api.ServiceCatalog;
  uses org.prairieml.api.analysis.Analyzer;
  uses org.prairieml.api.data.DatasetSource;
  uses org.prairieml.api.dynamics.DynamicalSystem;
  uses org.prairieml.api.engine.Engine;
  uses org.prairieml.api.initialization.Initializer;
  uses org.prairieml.api.network.Activation;
  uses org.prairieml.api.network.ActivationWriter;
  uses org.prairieml.api.network.Layer;
  uses org.prairieml.api.search.Searcher;
  uses org.prairieml.api.training.Loss;
  uses org.prairieml.api.training.Optimizer;
  uses org.prairieml.api.training.Schedule;
  uses org.prairieml.api.training.Trainer;

  opens org.prairieml.host to
      com.google.guice;
  opens org.prairieml.host.cli to
      com.google.guice,
      info.picocli;
  opens org.prairieml.host.experiment to
      com.google.guice;
  opens org.prairieml.host.task to
      com.google.guice;
}
