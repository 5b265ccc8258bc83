package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterTests {

  @Test
  void startsInTheMiddleAndIsAlwaysTheSame() {
    assertThat(Jitter.offset(0)).isZero();
    assertThat(Jitter.offset(7)).isEqualTo(Jitter.offset(7));
  }

  @Test
  void fillsItsIntervalEvenly() {
    double[] offsets = IntStream.range(0, 100).mapToDouble(Jitter::offset).sorted().toArray();

    assertThat(offsets[0]).isBetween(-0.5, -0.47);
    assertThat(offsets[99]).isBetween(0.47, 0.5);
    for (int i = 1; i < offsets.length; i++) {
      assertThat(offsets[i] - offsets[i - 1]).isBetween(0.005, 0.02);
    }
  }
}
