package org.prairieml.api.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;

/** The option of trainers that says where start values come from, and the values themselves. */
public final class InitializerChoice {

  /** Where start values come from; absent means each layer's own distribution. */
  public static final Option<Configured<Initializer>> OPTION =
      Option.service(
          "initializer",
          Initializer.class,
          null,
          "Where start values come from; by default each layer's own distribution.");

  private InitializerChoice() {}

  /**
   * Returns a value for every parameter of a task's network: the one that the task gives, or else
   * the one that the chosen initializer draws.
   *
   * @param task a task of a trainer that has {@link #OPTION}
   * @param streams random streams; the parameter {@code p} draws from {@code init/p}
   */
  public static Map<String, NdArray> startValues(TrainingTask task, RandomStreams streams) {
    Network network = task.network();
    Map<String, NdArray> values =
        new LinkedHashMap<>(
            task.options()
                .find(OPTION)
                .map(chosen -> chosen.service().initialize(network, chosen.options(), streams))
                .orElseGet(() -> network.initialValues(streams)));
    values.putAll(task.initial());
    return values;
  }
}
