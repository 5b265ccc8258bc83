package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTests {

  @Test
  void paintsKindsYellowAndOrangeAndTheirMixtureRed() {
    assertThat(Palette.of(List.of(Role.PURE, Role.PURE, Role.MIXED, Role.BASELINE)))
        .containsExactly(
            new Color(0xe8b711), new Color(0xef7d1a), new Color(0xd62728), new Color(0x3b6fb6));
  }

  @Test
  void givesTheSameColorToARoleWhereverItStands() {
    assertThat(Palette.of(List.of(Role.BASELINE, Role.MIXED)).getLast())
        .isEqualTo(Palette.of(List.of(Role.MIXED)).getFirst());
  }

  @Test
  void startsAgainWhereThereAreMoreGroupsThanColors() {
    assertThat(Palette.of(Collections.nCopies(20, Role.PURE))).hasSize(20).doesNotContainNull();
  }
}
