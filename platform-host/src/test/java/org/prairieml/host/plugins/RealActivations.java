package org.prairieml.host.plugins;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.DenseLayer;

/** The activations that Prairie comes with, in a small experiment of fakes. */
public final class RealActivations {

  /** In a layer of its own, as in a distribution: other tests must not see this plug-in. */
  private static final ModuleLayer LAYER =
      layer(Path.of(System.getProperty("prairie.activations")));

  /** Beside the catalog these do: what a formula stands for, and one that learns. */
  private static final Set<String> SINGLE = Set.of("expression", "apl");

  private RealActivations() {}

  private static ModuleLayer layer(Path module) {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(
                ModuleFinder.of(module), ModuleFinder.of(), Set.of("org.prairieml.activations"));
    return boot.defineModulesWithOneLoader(configuration, RealActivations.class.getClassLoader());
  }

  /** Returns the activations, their writers, a data set and a trainer; and more, if wanted. */
  public static Installation installation(ServiceSource... more) {
    List<Object> real = new ArrayList<>();
    ServiceLoader.load(LAYER, ServiceCatalog.class).stream()
        .filter(RealActivations::isOfThePlugin)
        .forEach(provider -> real.add(provider.get()));
    ServiceLoader.load(LAYER, Activation.class).stream()
        .filter(RealActivations::isOfThePlugin)
        .map(ServiceLoader.Provider::get)
        .filter(activation -> SINGLE.contains(activation.name()))
        .forEach(real::add);
    FakeSource activations = FakeSource.plugin("activations", real.toArray());
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

  private static boolean isOfThePlugin(ServiceLoader.Provider<?> provider) {
    return provider.type().getModule().getLayer() == LAYER;
  }
}
