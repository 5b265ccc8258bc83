package org.prairieml.host.plugins;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.activations.catalog.ActivationCatalog;
import org.prairieml.activations.catalog.ExpressionActivation;
import org.prairieml.activations.export.WriterCatalog;
import org.prairieml.activations.learnable.AplActivation;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;

/** The activations that Prairie comes with, in a small experiment of fakes. */
public final class RealActivations {

  private RealActivations() {}

  /** Returns the activations, their writers, a data set and a trainer; and more, if wanted. */
  public static Installation installation(ServiceSource... more) {
    FakeSource activations =
        FakeSource.plugin(
            "activations",
            new ActivationCatalog(),
            new WriterCatalog(),
            new ExpressionActivation(),
            new AplActivation());
    FakeSource rest =
        FakeSource.plugin(
            "rest",
            new ReferenceEngine(),
            new DenseLayer(),
            new ActivationLayer(),
            new FakeDataset(),
            new FakeTrainer(() -> {}));
    List<ServiceSource> sources = new ArrayList<>(List.of(activations, rest));
    sources.addAll(List.of(more));
    return Installation.of(sources, List.of());
  }
}
