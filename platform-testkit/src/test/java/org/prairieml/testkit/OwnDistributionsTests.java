package org.prairieml.testkit;

import java.util.Map;
import org.prairieml.api.Options;
import org.prairieml.api.initialization.Initializer;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;

/** An initializer that leaves every parameter to its own distribution. */
class OwnDistributionsTests extends InitializerTests {

  private static final class OwnDistributions implements Initializer {

    @Override
    public String name() {
      return "own-distributions";
    }

    @Override
    public String summary() {
      return "Every parameter is drawn from its own distribution";
    }

    @Override
    public Map<String, NdArray> initialize(
        Network network, Options options, RandomStreams streams) {
      return network.initialValues(streams);
    }
  }

  @Override
  protected Initializer service() {
    return new OwnDistributions();
  }
}
