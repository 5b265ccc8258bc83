package org.prairieml.host.cli;

import com.google.inject.Injector;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Lets the injector create what has something injected, and picocli all else. */
record InjectingFactory(Provider<Injector> injector) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return Stream.of(type.getDeclaredConstructors())
            .anyMatch(constructor -> constructor.isAnnotationPresent(Inject.class))
        ? injector.get().getInstance(type)
        : CommandLine.defaultFactory().create(type);
  }
}
