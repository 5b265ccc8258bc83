package org.prairieml.host.plugins;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.prairieml.api.analysis.Analyzer;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.search.Searcher;
import org.prairieml.api.training.Trainer;

/**
 * Stands in for an object of a plug-in, and sets the thread's context class loader to the plug-in's
 * while one of its methods runs (docs/decisions/0024). Threads that are started meanwhile inherit
 * it.
 *
 * @param target the object
 * @param loader the plug-in's loader
 */
record WithContextLoader(Object target, ClassLoader loader) implements InvocationHandler {

  /** The services that do work, for which they may need libraries; the others only build graphs. */
  private static final Set<Class<?>> WORKERS =
      Set.of(Analyzer.class, DatasetSource.class, Engine.class, Searcher.class, Trainer.class);

  /** Returns a service as the host is to use it under an interface. */
  static <S> S service(Class<S> type, S service, ClassLoader loader) {
    return WORKERS.contains(type) ? around(type, service, loader) : service;
  }

  private static <S> S around(Class<S> type, S target, ClassLoader loader) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new WithContextLoader(target, loader)));
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
      return self == arguments[0];
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object result = method.invoke(target, arguments);
      return result instanceof Executable executable
          ? around(Executable.class, executable, loader)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
