package org.prairieml.engine.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContestTests {

  private static final int WORK = 1000;

  private static final long PRICE = 2_000_000;

  private final AtomicInteger made = new AtomicInteger();
  private final Contest<String> contest = new Contest<>(PRICE, this::make);

  private String make() {
    made.incrementAndGet();
    return "generated";
  }

  @BeforeEach
  void bothTiersAreUsed() {
    assertThat(TierChoice.PRESENT).isEqualTo(TierChoice.BOTH);
  }

  @Test
  void littleWorkIsNotWorthAClass() {
    contest.slow(WORK, 1_900_000);
    assertThat(contest.portion()).isZero();
    assertThat(contest.winner()).isNull();
    assertThat(made).hasValue(0);
  }

  @Test
  void theGeneratedCodeIsMadeOnce() {
    assertThat(contest.candidate()).isEqualTo("generated").isSameAs(contest.candidate());
    assertThat(made).hasValue(1);
  }

  @Test
  void theNewCodeIsTriedForAsLongAsTheOldOneHasTaken() {
    contest.slow(WORK, 3_000_000);
    assertThat(contest.portion()).isPositive();
    contest.tried(WORK, 3_100_000);
    assertThat(contest.portion()).isZero();
    contest.slow(WORK, 3_000_000);
    assertThat(contest.portion()).isPositive();
  }

  @Test
  void quickTrialsBecomeLargerAndSlowOnesSmaller() {
    contest.slow(WORK, 30_000_000);
    long first = contest.portion();
    contest.tried(WORK, 1_000);
    assertThat(contest.portion()).isEqualTo(2 * WORK);
    contest.tried(2 * WORK, 1_000_000);
    assertThat(contest.portion()).isEqualTo(WORK);
    for (int i = 0; i < 20; i++) {
      contest.tried(WORK, 1_000_000);
    }
    assertThat(contest.portion()).isEqualTo(first);
  }

  @Test
  void threeWinsInARowDecide() {
    contest.slow(WORK, 3_000_000);
    contest.tried(WORK, 100);
    contest.tried(WORK, 100);
    assertThat(contest.winner()).isNull();
    contest.tried(WORK, 100);
    assertThat(contest.winner()).isEqualTo("generated");
  }

  @Test
  void aLossStartsAnew() {
    contest.slow(WORK, 3_000_000);
    contest.tried(WORK, 100);
    contest.tried(WORK, 100);
    contest.tried(WORK, 2_900_000);
    contest.tried(WORK, 100);
    assertThat(contest.winner()).isNull();
  }

  @Test
  void timeIsComparedPerWork() {
    contest.slow(WORK, 3_000_000);
    for (int i = 0; i < 3; i++) {
      contest.tried(10 * WORK, 10_000_000);
    }
    assertThat(contest.winner()).isEqualTo("generated");
  }
}
