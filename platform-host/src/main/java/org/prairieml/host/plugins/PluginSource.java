package org.prairieml.host.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.prairieml.host.plugins.inspect.PluginCandidate;
import org.prairieml.host.plugins.link.PluginClasses;
import org.prairieml.host.plugins.link.PluginLinker;

/** The services of a plug-in, which gets classes when the first of them is asked for. */
final class PluginSource implements ServiceSource {

  private final PluginCandidate candidate;
  private final PluginInfo plugin;
  private final TimeLimit limit;
  private final PluginListener listener;
  private PluginClasses classes;

  PluginSource(PluginCandidate candidate, TimeLimit limit, PluginListener listener) {
    this.candidate = candidate;
    this.plugin = PluginInfo.of(candidate);
    this.limit = limit;
    this.listener = listener;
  }

  @Override
  public PluginInfo plugin() {
    return plugin;
  }

  @Override
  public boolean declares(Class<?> type) {
    return candidate.provides(type);
  }

  @Override
  public <S> List<Supplier<S>> providers(Class<S> type) {
    return classes().providers(type);
  }

  private synchronized PluginClasses classes() {
    if (classes == null) {
      classes = PluginLinker.link(candidate);
      listener.on(new PluginEvent.Ready(plugin));
    }
    return classes;
  }

  @Override
  public <T> T call(Supplier<T> code) {
    return limit.call("plug-in " + plugin, classes().loader(), code);
  }

  @Override
  public <S> S adopted(Class<S> type, S service) {
    return WithContextLoader.service(type, service, classes().loader());
  }

  @Override
  public synchronized void close() {
    if (classes != null) {
      try {
        classes.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        classes = null;
      }
    }
    listener.on(new PluginEvent.Closed(plugin));
  }
}
