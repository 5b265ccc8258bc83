package org.prairieml.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.prairieml.api.Services;
import org.prairieml.host.cli.HostSettings;
import org.prairieml.host.cli.PluginPolicy;
import org.prairieml.host.cli.Streams;
import org.prairieml.host.experiment.ShippedExperiments;
import org.prairieml.host.plugins.Installation;
import org.prairieml.host.plugins.PluginHome;
import org.prairieml.host.plugins.ServiceRegistry;

/** How the host is put together. */
public final class HostModule extends AbstractModule {

  private final HostSettings settings;
  private final Streams streams;
  private final PluginPolicy policy;

  /** Creates the module for some surroundings. */
  public HostModule(HostSettings settings, Streams streams, PluginPolicy policy) {
    this.settings = settings;
    this.streams = streams;
    this.policy = policy;
  }

  @Override
  protected void configure() {
    bind(HostSettings.class).toInstance(settings);
    bind(Streams.class).toInstance(streams);
    bind(Clock.class).toInstance(settings.clock());
    bind(ShippedExperiments.class)
        .toInstance(new ShippedExperiments(settings.home().resolve("experiments")));
    bind(PluginPolicy.class).toInstance(policy);
    bind(Services.class).to(ServiceRegistry.class);
  }

  @Provides
  PluginHome pluginHome() {
    return PluginHome.in(settings.home());
  }

  @Provides
  @Singleton
  Installation installation(PluginHome home) {
    return home.open(policy.isTrustedOnly());
  }

  /** Plug-ins are looked for when the first command needs a service, and then once. */
  @Provides
  @Singleton
  ServiceRegistry registry(Installation installation) {
    return new ServiceRegistry(installation);
  }
}
