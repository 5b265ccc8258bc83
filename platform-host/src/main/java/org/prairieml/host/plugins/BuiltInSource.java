package org.prairieml.host.plugins;

import java.util.List;
import java.util.function.Supplier;
import org.prairieml.host.plugins.link.PluginClasses;

/** The services of the modules that Prairie was started with. */
record BuiltInSource() implements ServiceSource {

  @Override
  public PluginInfo plugin() {
    return PluginInfo.BUILT_IN;
  }

  @Override
  public <S> List<Supplier<S>> providers(Class<S> type) {
    return PluginClasses.ofPrairie().providers(type);
  }
}
