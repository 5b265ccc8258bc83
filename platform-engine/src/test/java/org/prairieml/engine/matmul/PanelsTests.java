package org.prairieml.engine.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelsTests {

  @ParameterizedTest
  @CsvSource({
    "200, 16, 3, '3 3 3 2 2'",
    "200, 16, 2, '2 2 2 2 2 2 1'",
    "100, 16, 3, '3 2 2'",
    "64, 16, 3, '2 2'",
    "10, 16, 3, '1'",
    "0, 16, 3, ''"
  })
  void panelsAreAsEvenAsPossible(int columns, int lanes, int widest, String vectors) {
    Panels panels = new Panels(columns, lanes, widest);

    assertThat(IntStream.range(0, panels.count()).map(panels::vectors).boxed())
        .containsExactlyElementsOf(
            vectors.isEmpty()
                ? List.of()
                : Arrays.stream(vectors.split(" ")).map(Integer::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({"8, 3", "16, 2", "4, 3", "2, 2"})
  void panelsFollowEachOtherToTheLastColumn(int lanes, int widest) {
    for (int columns = 1; columns < 20 * lanes; columns++) {
      Panels panels = new Panels(columns, lanes, widest);
      int next = 0;
      for (int panel = 0; panel < panels.count(); panel++) {
        assertThat(panels.from(panel)).isEqualTo(next);
        assertThat(panels.columns(panel)).isBetween(1, panels.vectors(panel) * lanes);
        assertThat(panels.vectors(panel)).isBetween(1, widest);
        next += panels.columns(panel);
      }
      assertThat(next).isEqualTo(columns);
    }
  }
}
