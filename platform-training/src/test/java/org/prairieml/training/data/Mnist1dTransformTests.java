package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.api.run.RandomState;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

class Mnist1dTransformTests {

  private static final double TOLERANCE = 1e-13;

  @Test
  void hasTheTemplatesOfThePublishedCode() {
    double[] templates = Oracles.doubles(stages().get("templates"));

    for (int digit = 0; digit < Mnist1dTemplates.CLASSES; digit++) {
      double[] actual = Mnist1dTemplates.of(digit);
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i]).isEqualTo(templates[digit * actual.length + i]);
      }
    }
  }

  @Test
  void equalsThePublishedCodeStageByStage() {
    Mnist1dTransform transform = transform(Mnist1dDistortion.published());

    for (JsonNode example : stages().get("examples")) {
      JsonNode stage = example.get("stages");
      double[] signal = transform.pad(Mnist1dTemplates.of(example.get("digit").intValue()));
      assertClose(signal, stage.get("pad"));
      signal = transform.dilate(signal);
      assertClose(signal, stage.get("dilate"));
      signal = transform.scale(signal);
      assertClose(signal, stage.get("scale"));
      signal = transform.translate(signal);
      assertClose(signal, stage.get("translate"));
      signal = transform.fillWithCorrelatedNoise(signal);
      assertClose(signal, stage.get("correlated_noise"));
      signal = transform.addIndependentNoise(signal);
      assertClose(signal, stage.get("iid_noise"));
      signal = transform.shear(signal);
      assertClose(signal, stage.get("shear"));
      assertClose(transform.subsample(signal), stage.get("subsample"));
    }
  }

  private static void assertClose(double[] actual, JsonNode expected) {
    assertThat(RelativeError.max(actual, Oracles.doubles(expected))).isLessThan(TOLERANCE);
  }

  @Test
  void runsTheStagesInThePublishedOrder() {
    Mnist1dTransform transform = transform(Mnist1dDistortion.published());

    for (JsonNode example : stages().get("examples")) {
      double[] template = Mnist1dTemplates.of(example.get("digit").intValue());
      assertClose(transform.sample(template), example.get("stages").get("subsample"));
    }
  }

  @Test
  void leavesASignalShorterThanTheTranslationInPlace() {
    Mnist1dDistortion far = new Mnist1dDistortion(2, 0, 0, 0, 1_000_000, 0, 0, 0, 2);

    assertThat(transform(far).translate(new double[] {1, 2})).containsExactly(1, 2);
  }

  private static Mnist1dTransform transform(Mnist1dDistortion distortion) {
    return new Mnist1dTransform(distortion, new RandomState(42));
  }

  private static JsonNode stages() {
    return Oracles.read("mnist1d_stages.json");
  }
}
