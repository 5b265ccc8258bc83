package org.prairieml.engine.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TeamTests {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyPartIsDoneOnce(int size) {
    try (Team team = new Team(size)) {
      for (int number : new int[] {0, 1, 2, 7, 100}) {
        AtomicIntegerArray done = new AtomicIntegerArray(number);
        team.run(done::incrementAndGet, number);
        for (int i = 0; i < number; i++) {
          assertThat(done.get(i)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void whatPartsWroteIsSeenAfterwards() {
    int[] values = new int[64];
    try (Team team = new Team(3)) {
      for (int round = 1; round <= 500; round++) {
        team.run(part -> values[part]++, values.length);
        assertThat(values).containsOnly(round);
      }
    }
  }

  /** Pieces of other sizes follow each other at once, while members are still late for the last. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void everyPartIsDoneOnceInPiecesThatFollowEachOther(int size) {
    AtomicIntegerArray done = new AtomicIntegerArray(12);
    int[] expected = new int[12];
    try (Team team = new Team(size)) {
      for (int piece = 0; piece < 20_000; piece++) {
        int number = 2 + piece * 7 % (piece < 10_000 ? 4 : 11);
        team.run(done::incrementAndGet, number);
        for (int part = 0; part < number; part++) {
          expected[part]++;
        }
      }
    }
    for (int part = 0; part < expected.length; part++) {
      assertThat(done.get(part)).isEqualTo(expected[part]);
    }
  }

  @Test
  void partsRunSideBySide() {
    CyclicBarrier all = new CyclicBarrier(3);
    try (Team team = new Team(3)) {
      team.run(_ -> await(all), 3);
      assertThat(all.getNumberWaiting()).isZero();
    }
  }

  @Test
  void aThreadBeginsWithThePartOfItsNumber() {
    CyclicBarrier all = new CyclicBarrier(3);
    Thread[] first = new Thread[3];
    try (Team team = new Team(3)) {
      for (int round = 0; round < 200; round++) {
        Thread[] present = new Thread[3];
        team.run(
            part -> {
              present[part] = Thread.currentThread();
              await(all);
            },
            3);
        if (round == 0) {
          System.arraycopy(present, 0, first, 0, 3);
        }
        assertThat(present).containsExactly(first);
      }
    }
    assertThat(first[0]).isSameAs(Thread.currentThread());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTeamOfOneHasNoThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Team team = new Team(1)) {
      team.run(_ -> threads.add(Thread.currentThread()), 10);
    }
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFailureReachesTheAskerAndTheTeamGoesOn(int size) {
    try (Team team = new Team(size)) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> team.run(TeamTests::fail, 10))
          .withMessage("part");
      AtomicIntegerArray done = new AtomicIntegerArray(10);
      team.run(done::incrementAndGet, 10);
      assertThat(done.get(9)).isEqualTo(1);
    }
  }

  private static void fail(int part) {
    throw new IllegalArgumentException("part");
  }

  @Test
  void sleepingThreadsWakeUp() throws InterruptedException {
    AtomicIntegerArray done = new AtomicIntegerArray(4);
    try (Team team = new Team(2)) {
      for (int i = 1; i <= 3; i++) {
        team.run(done::incrementAndGet, 4);
        Thread.sleep(20);
        assertThat(done.get(3)).isEqualTo(i);
      }
    }
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CyclicBarrier all = new CyclicBarrier(3);
    Team team = new Team(3);
    team.run(
        _ -> {
          threads.add(Thread.currentThread());
          await(all);
        },
        3);
    team.close();
    threads.remove(Thread.currentThread());
    assertThat(threads).hasSize(2);
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
  }
}
