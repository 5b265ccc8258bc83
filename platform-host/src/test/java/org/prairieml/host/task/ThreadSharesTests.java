package org.prairieml.host.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadSharesTests {

  @ParameterizedTest
  @CsvSource({
    "1, 3, '1 1 1'",
    "2, 4, '2 2 2 2'",
    "2, 5, '2 2 3 3 3'",
    "2, 3, '3 3 3'",
    "4, 11, '4 4 4 4 7 7 7 7 7 7 7'"
  })
  void the_rest_starts_with_the_last_full_round(int threads, int trials, String expected) {
    ThreadShares shares = new ThreadShares(threads, trials);

    assertThat(IntStream.range(0, trials).mapToObj(shares::together).map(String::valueOf))
        .containsExactly(expected.split(" "));
    assertThat(shares.each()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 2", "8, 3, 2", "4, 3, 1", "3, 3, 1", "2, 0, 2"})
  void fewer_trials_than_threads_share_them(int threads, int trials, int each) {
    assertThat(new ThreadShares(threads, trials).each()).isEqualTo(each);
  }
}
