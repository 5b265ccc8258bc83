package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTests {

  @Test
  void keepsAllThatHaveRoom() {
    assertThat(Thinning.atMost(3, List.of("a", "b", "c"))).containsExactly("a", "b", "c");
    assertThat(Thinning.atMost(3, List.of())).isEmpty();
  }

  @Test
  void takesElementsAtEqualDistances() {
    assertThat(Thinning.atMost(3, numbers(9))).containsExactly(0, 4, 8);
    assertThat(Thinning.atMost(2, numbers(9))).containsExactly(0, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 61, 62, 100, 119, 120, 100_003})
  void keepsFirstAndLastAndNoneTwice(int size) {
    assertThat(Thinning.atMost(60, numbers(size)))
        .hasSize(60)
        .startsWith(0)
        .endsWith(size - 1)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }
}
