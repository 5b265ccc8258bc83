package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relative accuracy where the oracles' grid does not go: tails, seams, extremes. */
class SpecialFunctionsTests {

  private static final Percentage FEW_ULPS = Percentage.withPercentage(1e-12);

  /** By mpmath. */
  @ParameterizedTest
  @CsvSource({
    "0.46875, 0.507386526782062",
    "0.5, 0.4795001221869535",
    "2, 0.004677734981047266",
    "4, 1.541725790028002e-08",
    "4.5, 1.9661604415428876e-10",
    "10, 2.088487583762545e-45",
    "25, 8.300172571196523e-274"
  })
  void erfcKeepsItsRelativeAccuracyInTheTail(double x, double expected) {
    assertThat(SpecialFunctions.erfc(x)).isCloseTo(expected, FEW_ULPS);
    assertThat(SpecialFunctions.erfc(-x)).isCloseTo(2 - expected, FEW_ULPS);
    assertThat(SpecialFunctions.erf(x)).isCloseTo(1 - expected, FEW_ULPS);
    assertThat(SpecialFunctions.erf(-x)).isEqualTo(-SpecialFunctions.erf(x));
  }

  @Test
  void theErrorFunctionsHaveTheirLimitsAtEveryLargeArgument() {
    for (double x : new double[] {30, 1e8, 1e200, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
      assertThat(SpecialFunctions.erf(x)).isEqualTo(1);
      assertThat(SpecialFunctions.erf(-x)).isEqualTo(-1);
      assertThat(SpecialFunctions.erfc(x)).isZero();
      assertThat(SpecialFunctions.erfc(-x)).isEqualTo(2);
    }
  }

  /** By mpmath; the series ends and the asymptotic series begins at 30. */
  @ParameterizedTest
  @CsvSource({
    "0, 1e-6, 0.99999900000075",
    "0, 29.9, 0.07326921904600191",
    "0, 30.1, 0.07302329413106094",
    "0, 1e6, 0.00039894233026924577",
    "1, 1e-6, 4.999995000003125e-07",
    "1, 29.9, 0.07203337491186879",
    "1, 30.1, 0.07179985435101434",
    "1, 100, 0.03974415302513025",
    "2, 1e-6, 1.249998750000729e-13",
    "2, 0.5, 0.01935205770966328",
    "2, 30.1, 0.06825253968913308",
    "3, 1e-6, 2.083331250001172e-20",
    "3, 7, 0.0776699903593153",
    "3, 30.1, 0.06272974940893684",
    "4, 7, 0.046509400162154234",
    "4, 100, 0.03685880584805889",
    "4, 1e6, 0.000398939138741774"
  })
  void scaledBesselFunctionsKeepTheirRelativeAccuracy(int order, double x, double expected) {
    assertThat(SpecialFunctions.scaledBessel(order, x)).isCloseTo(expected, FEW_ULPS);
    assertThat(SpecialFunctions.scaledBessel(order, -x))
        .isEqualTo((order % 2 == 0 ? 1 : -1) * SpecialFunctions.scaledBessel(order, x));
  }

  /** Abramowitz and Stegun 9.6.26. */
  @Test
  void scaledBesselFunctionsObeyTheirRecurrence() {
    for (int order = 1; order <= 6; order++) {
      for (double x = 0.25; x < 200; x *= 1.1) {
        double below = SpecialFunctions.scaledBessel(order - 1, x);
        double above = SpecialFunctions.scaledBessel(order + 1, x);
        double middle = 2 * order / x * SpecialFunctions.scaledBessel(order, x);

        assertThat(below - above)
            .as("order %d at %s", order, x)
            .isCloseTo(middle, within(1e-13 * below));
      }
    }
  }

  @Test
  void inverseHyperbolicSineUndoesTheHyperbolicSineAtEveryScale() {
    DoubleStream.of(1e-300, 1e-9, 0.01, 1, 19, 25, 600)
        .forEach(x -> {
          assertThat(SpecialFunctions.asinh(Math.sinh(x))).isCloseTo(x, FEW_ULPS);
          assertThat(SpecialFunctions.asinh(-Math.sinh(x))).isCloseTo(-x, FEW_ULPS);
        });
    assertThat(SpecialFunctions.asinh(Double.MAX_VALUE)).isCloseTo(710.4758600739439, FEW_ULPS);
    assertThat(SpecialFunctions.asinh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void sigmoidAndSoftplusKeepTheirRelativeAccuracyFarToTheLeft() {
    for (double x : new double[] {-40, -200, -700}) {
      assertThat(SpecialFunctions.sigmoid(x)).isCloseTo(Math.exp(x), FEW_ULPS);
      assertThat(SpecialFunctions.softplus(x)).isCloseTo(Math.exp(x), FEW_ULPS);
    }
  }

  @Test
  void notANumberStaysNotANumber() {
    assertThat(
            DoubleStream.of(
                SpecialFunctions.sigmoid(Double.NaN),
                SpecialFunctions.softplus(Double.NaN),
                SpecialFunctions.asinh(Double.NaN),
                SpecialFunctions.erf(Double.NaN),
                SpecialFunctions.erfc(Double.NaN),
                SpecialFunctions.scaledBessel(0, Double.NaN),
                SpecialFunctions.scaledBessel(1, Double.NaN)))
        .allMatch(value -> Double.isNaN(value));
  }
}
