package org.prairieml.host.cli;

import com.google.inject.Injector;
import jakarta.inject.Provider;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Lets the injector create Prairie's commands, and picocli what is its own. */
record InjectingFactory(Provider<Injector> injector) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.getPackage().equals(InjectingFactory.class.getPackage())
        ? injector.get().getInstance(type)
        : CommandLine.defaultFactory().create(type);
  }
}
