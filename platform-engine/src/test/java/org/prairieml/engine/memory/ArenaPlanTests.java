package org.prairieml.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

class ArenaPlanTests {

  private static final int STEPS = 30;
  private static final int ALIGNMENT = 16;

  private final ArenaPlan<Life> plan = new ArenaPlan<>();

  /** Something that needs memory from one step to another, both inclusive. */
  private record Life(int number, int size, int birth, int death) {

    static Life random(int number, SplittableRandom random) {
      int birth = random.nextInt(STEPS);
      int death = birth + random.nextInt(random.nextInt(4) == 0 ? STEPS : 4);
      int size = random.nextInt(8) == 0 ? 0 : random.nextInt(1, 200);
      return new Life(number, size, birth, death);
    }

    boolean meets(Life other) {
      return birth <= other.death && other.birth <= death;
    }

    int rounded() {
      return Math.ceilDiv(size, ALIGNMENT) * ALIGNMENT;
    }
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(200);
  }

  private List<Life> place(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < random.nextInt(1, 60); i++) {
      lives.add(Life.random(i, random));
    }
    lives.forEach(life -> plan.place(life, life.size, life.birth, life.death));
    return lives;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whoLivesAtTheSameTimeSharesNothing(long seed) {
    List<Life> lives = place(seed);
    for (Life a : lives) {
      for (Life b : lives) {
        assertThat(a.number >= b.number || !a.meets(b) || areApart(a, b))
            .as("%s at %d, %s at %d", a, plan.offset(a), b, plan.offset(b))
            .isTrue();
      }
    }
  }

  private boolean areApart(Life a, Life b) {
    return plan.offset(a) + a.size <= plan.offset(b) || plan.offset(b) + b.size <= plan.offset(a);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everythingIsInsideAndStartsAtAWholeVector(long seed) {
    assertThat(place(seed))
        .allMatch(life -> plan.offset(life) >= 0 && plan.offset(life) + life.size <= plan.size())
        .allMatch(life -> plan.offset(life) % ALIGNMENT == 0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theArenaIsNoLargerThanAllTogetherAndNoSmallerThanWhatLivesAtOnce(long seed) {
    List<Life> lives = place(seed);
    int most =
        IntStream.range(0, 2 * STEPS)
            .map(step -> sum(lives.stream().filter(l -> l.birth <= step && step <= l.death)))
            .max()
            .orElseThrow();
    assertThat(plan.size()).isBetween(most, sum(lives.stream()));
  }

  private static int sum(Stream<Life> lives) {
    return lives.mapToInt(Life::rounded).sum();
  }

  @Test
  void aChainNeedsTheTwoOfALink() {
    IntStream.range(0, 20)
        .mapToObj(i -> new Life(i, 100, i, i + 1))
        .forEach(life -> plan.place(life, life.size, life.birth, life.death));
    assertThat(plan.size()).isEqualTo(2 * 112);
  }

  @Test
  void anEmptyPlanNeedsNothing() {
    assertThat(plan.size()).isZero();
  }
}
