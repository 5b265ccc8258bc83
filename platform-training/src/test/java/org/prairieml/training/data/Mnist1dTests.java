package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.training.numpy.NpzReader;
import org.prairieml.training.numpy.PairwiseSum;

class Mnist1dTests {

  private static final Mnist1dSettings SMALL = Mnist1dSettings.published().withSamples(50);

  @Test
  void equalsThePublishedDataSet() {
    Map<String, NdArray> published = NpzReader.read(Oracles.data("mnist1d.npz"));

    Mnist1d actual = Mnist1d.generate(Mnist1dSettings.published());

    assertClose(actual.x(), published.get("x"));
    assertClose(actual.xTest(), published.get("x_test"));
    assertClose(actual.t(), published.get("t"));
    assertThat(actual.y()).isEqualTo(published.get("y"));
    assertThat(actual.yTest()).isEqualTo(published.get("y_test"));
  }

  private static void assertClose(NdArray actual, NdArray expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(RelativeError.max(actual.values(), expected.values())).isLessThan(1e-14);
  }

  @Test
  void isStandardized() {
    Mnist1d data = Mnist1d.generate(withSplit(1));

    assertThat(PairwiseSum.mean(data.x().values())).isCloseTo(0, within(1e-13));
    assertThat(PairwiseSum.standardDeviation(data.x().values())).isCloseTo(1, within(1e-13));
  }

  @Test
  void hasEveryDigitEquallyOften() {
    double[] labels = Mnist1d.generate(withSplit(1)).y().values();

    for (int digit = 0; digit < 10; digit++) {
      double label = digit;
      assertThat(Arrays.stream(labels).filter(y -> y == label).count()).isEqualTo(5);
    }
  }

  @Test
  void givesEqualBitsForEqualSettings() {
    assertThat(Mnist1d.generate(SMALL)).isEqualTo(Mnist1d.generate(SMALL));
    assertThat(Mnist1d.generate(SMALL)).isNotEqualTo(Mnist1d.generate(SMALL.withSeed(1)));
  }

  @Test
  void permutesTheFeaturesOfEverySampleAlike() {
    double[] plain = Mnist1d.generate(SMALL).x().rows(0, 1).values();
    double[] plainSecond = Mnist1d.generate(SMALL).x().rows(1, 2).values();
    NdArray shuffled = Mnist1d.generate(SMALL.withShuffledSequence(true)).x();

    for (int i = 0; i < plain.length; i++) {
      int from = indexOfClosest(plain, shuffled.values()[i]);
      assertThat(shuffled.values()[i]).isCloseTo(plain[from], within(1e-12));
      assertThat(shuffled.values()[plain.length + i]).isCloseTo(plainSecond[from], within(1e-12));
    }
  }

  private static int indexOfClosest(double[] values, double wanted) {
    int closest = 0;
    for (int i = 1; i < values.length; i++) {
      if (Math.abs(values[i] - wanted) < Math.abs(values[closest] - wanted)) {
        closest = i;
      }
    }
    return closest;
  }

  @Test
  void splitsByShare() {
    Mnist1d data = Mnist1d.generate(withSplit(0));

    assertThat(data.x().shape()).isEqualTo(Shape.of(0, 40));
    assertThat(data.yTest().shape()).isEqualTo(Shape.of(50));
  }

  private static Mnist1dSettings withSplit(double share) {
    return new Mnist1dSettings(50, share, false, 42, Mnist1dDistortion.published());
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> SMALL.withSamples(9))
        .withMessage("Data set 'mnist1d', setting 'samples': expected 10 to 53687091, found 9.");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> withSplit(1.5))
        .withMessage("Data set 'mnist1d', setting 'trainSplit': expected 0 to 1, found 1.5.");
    assertThatExceptionOfType(PrairieException.class).isThrownBy(() -> withSplit(Double.NaN));
    assertThatExceptionOfType(PrairieException.class).isThrownBy(() -> SMALL.withSeed(-1));
  }

  @Test
  void refusesDistortionsOutOfRange() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new Mnist1dDistortion(12, 36, 35, 0.4, 48, 0.25, 2e-2, 0.75, 40))
        .withMessage("Data set 'mnist1d', setting 'maxPadding': expected 36 to 1000000, found 35.");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new Mnist1dDistortion(12, 36, 60, -0.4, 48, 0.25, 2e-2, 0.75, 40))
        .withMessageEndingWith("'scale': expected a finite number of 0 or more, found -0.4.");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new Mnist1dDistortion(12, 36, 60, 0.4, 48, Double.NaN, 2e-2, 0.75, 40))
        .withMessageContaining("'correlatedNoise'");
  }
}
