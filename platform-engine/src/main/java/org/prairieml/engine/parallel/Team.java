package org.prairieml.engine.parallel;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do parts of one piece of work at a time, together with whoever asks.
 *
 * <p>A team of one has no threads. Not safe for use by several askers at once. Nothing is allocated
 * per piece of work. A thread begins with the part of its own number, so that parts that share
 * memory with those of the piece before find it in the cache of their core.
 */
public final class Team implements AutoCloseable {

  /**
   * How often a thread looks for what it waits for, some ten microseconds long, before it lets
   * others have the processor: the compiler needs it most while a program begins.
   */
  private static final int SPINS = 200;

  /** How long a thread looks for new work before it sleeps: the next step is often near. */
  private static final long WAKE_NANOS = 200_000;

  private final Thread[] members;
  private final AtomicInteger unfinished = new AtomicInteger();

  /** The number of the piece of work: odd while the asker changes what is to be done. */
  private volatile int piece;

  /** For every part the last piece of work of which it was taken. */
  private volatile AtomicIntegerArray taken = new AtomicIntegerArray(0);

  private volatile Parts work;
  private volatile int count;
  private volatile boolean closed;
  private volatile Throwable failure;

  /**
   * Starts a team.
   *
   * @param size the number of threads, the asker's among them
   */
  public Team(int size) {
    this.members = new Thread[Math.max(0, size - 1)];
    for (int i = 0; i < members.length; i++) {
      int number = i + 1;
      members[i] = new Thread(() -> serve(number), "prairie-engine-" + number);
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
    if (members.length == 0 || number <= 1) {
      for (int i = 0; i < number; i++) {
        parts.run(i);
      }
      return;
    }
    int open = piece + 2;
    piece = open - 1;
    if (taken.length() < number) {
      taken = marks(number, open - 1);
    }
    work = parts;
    count = number;
    failure = null;
    unfinished.set(number);
    piece = open;
    for (Thread member : members) {
      LockSupport.unpark(member);
    }
    takeParts(0);
    awaitOthers();
    rethrow();
  }

  private static AtomicIntegerArray marks(int number, int piece) {
    int[] marks = new int[number];
    Arrays.fill(marks, piece);
    return new AtomicIntegerArray(marks);
  }

  /** Where there are more threads than processors, whoever waits must make room for who works. */
  private void awaitOthers() {
    for (int spins = 0; unfinished.get() > 0; spins++) {
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

  /**
   * Does parts until none is left. Who comes late finds none, and nobody waits for it: what is done
   * does not change before all parts are taken, and who has read it while it changed notices.
   */
  private void takeParts(int first) {
    int present = piece;
    Parts parts = work;
    int number = count;
    AtomicIntegerArray marks = taken;
    if (present % 2 != 0 || piece != present) {
      return;
    }
    for (int i = 0; i < number; i++) {
      int part = (first + i) % number;
      int last = marks.get(part);
      if (last - present < 0 && marks.compareAndSet(part, last, present)) {
        take(parts, part);
      }
    }
  }

  private void take(Parts parts, int part) {
    try {
      parts.run(part);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      unfinished.decrementAndGet();
    }
  }

  private void serve(int number) {
    while (!closed) {
      int seen = piece;
      takeParts(number);
      awaitWork(seen);
    }
  }

  private void awaitWork(int seen) {
    long start = System.nanoTime();
    for (int spins = 0; piece == seen && !closed; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else if (System.nanoTime() - start < WAKE_NANOS) {
        Thread.yield();
      } else {
        LockSupport.park(this);
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
