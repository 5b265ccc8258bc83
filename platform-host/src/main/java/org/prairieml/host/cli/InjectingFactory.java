package org.prairieml.host.cli;

import com.google.inject.Injector;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Lets the injector create Prairie's commands, and picocli what is its own. */
record InjectingFactory(Injector injector) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.getPackage().equals(InjectingFactory.class.getPackage())
        ? injector.getInstance(type)
        : CommandLine.defaultFactory().create(type);
  }
}
