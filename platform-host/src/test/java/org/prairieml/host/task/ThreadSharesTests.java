package org.prairieml.host.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadSharesTests {

  @ParameterizedTest
  @CsvSource({
    "1, 3, '1 1 1'",
    "2, 4, '1 1 1 1'",
    "2, 5, '1 1 1 1 2'",
    "2, 1, '2'",
    "8, 3, '2 2 2'",
    "4, 6, '1 1 1 1 2 2'"
  })
  void shares_what_would_be_idle_in_the_last_round(int threads, int trials, String expected) {
    ThreadShares shares = new ThreadShares(threads, trials);

    assertThat(IntStream.range(0, trials).mapToObj(shares::of).map(String::valueOf))
        .containsExactly(expected.split(" "));
  }
}
