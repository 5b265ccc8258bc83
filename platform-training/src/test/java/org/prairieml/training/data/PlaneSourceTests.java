package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.training.TrainingServices;

/** Two classes in the plane, and one class of a data set against the rest. */
class PlaneSourceTests {

  private static Dataset load(String name, Map<String, Object> options) {
    Configured<DatasetSource> source =
        TrainingServices.configured(DatasetSource.class, name, options);
    return source.service().load(source.options());
  }

  private static long ones(Dataset.Split split) {
    return Arrays.stream(split.y().values()).filter(y -> y == 1).count();
  }

  @ParameterizedTest
  @EnumSource(PlaneShape.class)
  void hasEquallyManyPointsOfBothClassesWithinTheSquare(PlaneShape shape) {
    Map<String, Object> options = Map.of("shape", word(shape), "noise", 0);
    Dataset data = load("plane", options);

    assertThat(data.train().size()).isEqualTo(800);
    assertThat(data.test().size()).isEqualTo(200);
    assertThat(ones(data.train()) + ones(data.test())).isEqualTo(500);
    long inside = Arrays.stream(data.train().x().values()).filter(x -> Math.abs(x) <= 1.4).count();
    assertThat(inside).isEqualTo(1600);
    assertThat(load("plane", options).train().x().values()).isEqualTo(data.train().x().values());
  }

  /** Without noise, rules that a reader can check by hand tell the classes apart. */
  @ParameterizedTest
  @CsvSource({"circles", "disk", "checkerboard", "wave", "spirals"})
  void classesAreWhereTheShapeSays(String shape) {
    Dataset.Split points = load("plane", Map.of("shape", shape, "noise", 0)).train();
    double[] x = points.x().values();

    assertThat(
            IntStream.range(0, points.size())
                .filter(i -> rule(shape, x[2 * i], x[2 * i + 1]) != points.y().values()[i]))
        .isEmpty();
  }

  private static int rule(String shape, double x, double y) {
    double radius = Math.hypot(x, y);
    boolean second =
        switch (shape) {
          case "circles" -> radius > 0.6;
          case "disk" -> radius > 0.4;
          case "wave" -> y > 0.5 * Math.sin(1.5 * Math.PI * x);
          case "spirals" -> {
            double ahead = Math.atan2(y, x) - 2 * Math.PI * radius / 0.9;
            yield Math.cos(ahead) < 0;
          }
          default -> (Math.floor(2 * (x + 1)) + Math.floor(2 * (y + 1))) % 2 == 1;
        };
    return second ? 1 : 0;
  }

  private static String word(PlaneShape shape) {
    return shape.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void oneClassStandsAgainstTheRest() {
    Map<String, Object> digits = Map.of("name", "mnist1d", "samples", 500);
    Dataset all = load("mnist1d", Map.of("samples", 500));
    Dataset data = load("one-against-rest", Map.of("data", digits, "class", 5));

    assertThat(data.train().x()).isEqualTo(all.train().x());
    for (int i = 0; i < all.train().size(); i++) {
      assertThat(data.train().y().values()[i] == 1).isEqualTo(all.train().y().values()[i] == 5);
    }
  }

  @Test
  void someExamplesAreDrawnAndSplitAnew() {
    Map<String, Object> digits = Map.of("name", "mnist1d", "samples", 500);
    Dataset data = load("one-against-rest", Map.of("data", digits, "class", 5, "samples", 100));

    assertThat(data.train().size()).isEqualTo(80);
    assertThat(data.test().size()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "10 | 0   | 'mnist1d' has no class 10",
        "5  | 900 | 'samples' is 900, but 'mnist1d' has 400 training examples",
      })
  void whatIsNotThereIsRefused(int target, int samples, String message) {
    Map<String, Object> digits = Map.of("name", "mnist1d", "samples", 500);
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() ->
            load("one-against-rest", Map.of("data", digits, "class", target, "samples", samples)))
        .withMessageContaining(message);
  }
}
