package org.prairieml.engine.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do parts of one piece of work at a time, together with whoever asks.
 *
 * <p>A team of one has no threads. Not safe for use by several askers at once. Nothing is allocated
 * per piece of work.
 */
public final class Team implements AutoCloseable {

  /** How often a thread looks for new work before it sleeps: the next step is often near. */
  private static final int SPINS = 2_000;

  private final Thread[] members;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;
  private Parts work;
  private int count;

  /**
   * Starts a team.
   *
   * @param size the number of threads, the asker's among them
   */
  public Team(int size) {
    this.members = new Thread[Math.max(0, size - 1)];
    for (int i = 0; i < members.length; i++) {
      members[i] = new Thread(this::serve, "prairie-engine-" + (i + 1));
      members[i].setDaemon(true);
      members[i].start();
    }
  }

  /** Returns the number of threads, the asker's among them. */
  public int size() {
    return members.length + 1;
  }

  /** Does all parts and returns when the last is done. */
  public void run(Parts parts, int number) {
    if (members.length == 0 || number == 1) {
      for (int i = 0; i < number; i++) {
        parts.run(i);
      }
      return;
    }
    work = parts;
    count = number;
    failure = null;
    next.set(0);
    busy.set(members.length);
    round = round + 1;
    for (Thread member : members) {
      LockSupport.unpark(member);
    }
    takeParts();
    awaitOthers();
    rethrow();
  }

  /** Where there are more threads than processors, whoever waits must make room for who works. */
  private void awaitOthers() {
    for (int spins = 0; busy.get() > 0; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private void rethrow() {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private void takeParts() {
    try {
      for (int part = next.getAndIncrement(); part < count; part = next.getAndIncrement()) {
        work.run(part);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void serve() {
    int seen = 0;
    while (!closed) {
      int spins = 0;
      while (round == seen && !closed) {
        if (++spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      if (round != seen) {
        seen = round;
        takeParts();
        busy.decrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread member : members) {
      LockSupport.unpark(member);
    }
  }
}
