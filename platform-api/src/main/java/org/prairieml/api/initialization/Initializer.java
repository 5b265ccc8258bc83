package org.prairieml.api.initialization;

import java.util.Map;
import org.prairieml.api.Options;
import org.prairieml.api.Service;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;

/** Chooses start values for a network's parameters. */
public interface Initializer extends Service {

  /**
   * Returns start values.
   *
   * @param network the network
   * @param options values for {@link #options()}
   * @param streams random streams; the parameter {@code p} draws from {@code init/p}
   * @return a value of the right shape for every parameter of the network, by name
   */
  Map<String, NdArray> initialize(Network network, Options options, RandomStreams streams);
}
