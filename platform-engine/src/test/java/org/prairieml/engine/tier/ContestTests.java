package org.prairieml.engine.tier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContestTests {

  private static final int WORK = 1000;

  private final Contest contest = new Contest();

  @BeforeEach
  void bothTiersAreUsed() {
    assertThat(TierChoice.PRESENT).isEqualTo(TierChoice.BOTH);
  }

  @Test
  void littleWorkIsNotWorthAClass() {
    contest.slow(WORK, 1_900_000);
    assertThat(contest.isTurn()).isFalse();
    assertThat(contest.isDecided()).isFalse();
  }

  @Test
  void theNewCodeIsTriedForSomeTimesTheTimeOfTheOldOne() {
    contest.slow(WORK, 3_000_000);
    assertThat(contest.isTurn()).isTrue();
    contest.tried(WORK, 25_000_000);
    assertThat(contest.isTurn()).isFalse();
    contest.slow(WORK, 3_000_000);
    assertThat(contest.isTurn()).isTrue();
  }

  @Test
  void threeWinsInARowDecide() {
    contest.slow(WORK, 3_000_000);
    contest.tried(WORK, 100);
    contest.tried(WORK, 100);
    assertThat(contest.isDecided()).isFalse();
    contest.tried(WORK, 100);
    assertThat(contest.isDecided()).isTrue();
  }

  @Test
  void aLossStartsAnew() {
    contest.slow(WORK, 3_000_000);
    contest.tried(WORK, 100);
    contest.tried(WORK, 100);
    contest.tried(WORK, 2_900_000);
    contest.tried(WORK, 100);
    assertThat(contest.isDecided()).isFalse();
  }

  @Test
  void timeIsComparedPerWork() {
    contest.slow(WORK, 3_000_000);
    for (int i = 0; i < 3; i++) {
      contest.tried(10 * WORK, 10_000_000);
    }
    assertThat(contest.isDecided()).isTrue();
  }
}
