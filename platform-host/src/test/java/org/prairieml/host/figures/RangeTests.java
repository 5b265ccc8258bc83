package org.prairieml.host.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RangeTests {

  @Test
  void spansTheFiniteValues() {
    assertThat(linear(3, Double.NaN, -1, Double.POSITIVE_INFINITY, 2))
        .isEqualTo(new Range(-1, 3, Scale.LINEAR));
  }

  @Test
  void spansThePositiveValuesToNumbersOfOneDigitOnALogarithmicScale() {
    assertThat(logarithmic(0, 0.25, -3, 17)).isEqualTo(new Range(0.2, 20, Scale.LOG));
    assertThat(logarithmic(0.3, 4)).isEqualTo(new Range(0.3, 4, Scale.LOG));
    assertThat(logarithmic(2.5)).isEqualTo(new Range(2, 3, Scale.LOG));
  }

  @Test
  void isNeverEmpty() {
    assertThat(linear()).isEqualTo(new Range(0, 1, Scale.LINEAR));
    assertThat(linear(0)).isEqualTo(new Range(-1, 1, Scale.LINEAR));
    assertThat(linear(0.5, 0.5)).isEqualTo(new Range(0.25, 0.75, Scale.LINEAR));
    assertThat(logarithmic(-1)).isEqualTo(new Range(0.1, 1, Scale.LOG));
    assertThat(logarithmic(2)).isEqualTo(new Range(1, 4, Scale.LOG));
  }

  @Test
  void writesAsManyDigitsAsTellTicksApart() {
    assertThat(linear(0.56, 0.74).pattern(7)).isEqualTo("0.00");
    assertThat(linear(0.1, 0.7).pattern(7)).isEqualTo("0.0");
    assertThat(linear(0, 2000).pattern(12)).isEqualTo("0");
    assertThat(linear(0, 1e9).pattern(12)).isEqualTo("0.####E0");
    assertThat(logarithmic(1e-7, 1).pattern(7)).isEqualTo("0E0");
    assertThat(logarithmic(0.01, 1).pattern(7)).isEqualTo("0.####");
  }

  private static Range linear(double... values) {
    return Range.of(Scale.LINEAR, DoubleStream.of(values));
  }

  private static Range logarithmic(double... values) {
    return Range.of(Scale.LOG, DoubleStream.of(values));
  }
}
