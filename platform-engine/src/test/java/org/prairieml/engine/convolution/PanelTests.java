package org.prairieml.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How columns fall into panels. */
class PanelTests {

  private static final int LANES = 16;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 48, 49, 64, 96, 100, 128})
  void panelsCoverEveryColumnOnce(int columns) {
    int next = 0;
    for (Panel panel : Panel.of(1, columns, LANES, 3)) {
      assertThat(panel.from()).isEqualTo(next);
      assertThat(panel.vectors()).isEqualTo(Math.ceilDiv(panel.columns(), LANES)).isBetween(1, 3);
      next += panel.columns();
    }

    assertThat(next).isEqualTo(columns);
  }

  @Test
  void panelsAreAboutEquallyWide() {
    assertThat(Panel.of(1, 7 * LANES, LANES, 3))
        .extracting(Panel::vectors)
        .containsExactly(3, 2, 2);
  }

  @Test
  void everyGroupHasItsOwn() {
    assertThat(Panel.of(2, 20, LANES, 3))
        .isEqualTo(List.of(new Panel(0, 0, 20, 2), new Panel(1, 0, 20, 2)));
  }
}
