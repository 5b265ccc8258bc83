package org.prairieml.host.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmCorrectionTests {

  private static final Offset<Double> ROUNDING = within(1e-15);

  @Test
  void multipliesTheSmallestByTheNumberOfTests() {
    // 0.005 * 4, 0.01 * 3, 0.03 * 2, 0.04 * 1 raised to the value before it
    assertThat(HolmCorrection.adjust(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, ROUNDING);
  }

  @Test
  void staysAtMostOne() {
    assertThat(HolmCorrection.adjust(0.6, 0.5, 1)).containsExactly(1, 1, 1);
  }

  @Test
  void treatsEqualValuesEqually() {
    assertThat(HolmCorrection.adjust(0.02, 0.02, 0.02))
        .containsExactly(new double[] {0.06, 0.06, 0.06}, ROUNDING);
  }

  @Test
  void leavesASingleValueAlone() {
    assertThat(HolmCorrection.adjust(0.02)).containsExactly(0.02);
    assertThat(HolmCorrection.adjust()).isEmpty();
  }
}
