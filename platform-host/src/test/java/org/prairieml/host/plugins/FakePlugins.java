package org.prairieml.host.plugins;

import java.util.List;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;

/** What is installed in tests of experiments and commands. */
public final class FakePlugins {

  private FakePlugins() {}

  /** Returns the parts of a small experiment, with a trainer that does some work. */
  public static Installation installation(Runnable work) {
    return Installation.of(
        List.of(
            FakeSource.plugin(
                "fakes",
                new ReferenceEngine(),
                new DenseLayer(),
                new ActivationLayer(),
                new FakeActivation("relu"),
                new FakeDataset(),
                new FakeTrainer(work))),
        List.of());
  }

  /** Returns the services of an {@link #installation} whose trainer always succeeds. */
  public static ServiceRegistry registry() {
    return new ServiceRegistry(installation(() -> {}));
  }
}
