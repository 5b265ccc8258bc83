package org.prairieml.host.plugins;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.prairieml.host.plugins.check.Problem;
import org.prairieml.host.plugins.check.ProblemException;

/**
 * Runs foreign code that may never come back, each call on a thread of its own.
 *
 * @param limit how long it may take
 */
record TimeLimit(Duration limit) {

  /** Enough to load native libraries of some hundred megabytes from a slow disk. */
  static final TimeLimit DEFAULT =
      new TimeLimit(Duration.ofSeconds(Long.getLong("prairie.plugins.timeout", 10)));

  /**
   * Returns what the code gives.
   *
   * @param name what the thread is called
   * @param loader the context loader of the thread
   * @throws ProblemException if time is up; the thread is interrupted and left to itself
   * @throws Foreign if the code throws anything
   */
  <T> T call(String name, ClassLoader loader, Supplier<T> code) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .name(name)
            .daemon()
            .unstarted(() -> {
              try {
                outcome.complete(code.get());
              } catch (Throwable e) {
                outcome.completeExceptionally(e);
              }
            });
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new Foreign(e.getCause());
    } catch (TimeoutException e) {
      throw hanging(thread);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Foreign(e);
    }
  }

  private ProblemException hanging(Thread thread) {
    String where =
        Arrays.stream(thread.getStackTrace())
            .filter(frame ->
                frame.getModuleName() == null || !frame.getModuleName().startsWith("java."))
            .findFirst()
            .map(frame -> ", in " + frame.getClassName() + "." + frame.getMethodName())
            .orElse("");
    thread.interrupt();
    return new Problem(
            "it has not answered within %d s%s".formatted(limit.toSeconds(), where),
            "Ask its author, or remove it; -Dprairie.plugins.timeout=60 gives it 60 s")
        .toException();
  }

  /** What foreign code threw. */
  static final class Foreign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Foreign(Throwable cause) {
      super(cause);
    }
  }
}
