package org.prairieml.engine.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.fixtures.RandomCases;

@Tag("widths")
class ProductTests {

  static Stream<Long> seeds() {
    return RandomCases.seeds(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void smallProductsAreRightInEveryLayout(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = random.nextInt(1, 41);
    int columns = random.nextInt(1, 41);
    int depth = random.nextInt(0, 41);
    for (NumberFormat format : NumberFormat.values()) {
      ProductCase.random(random, format, rows, columns, depth).check();
    }
  }

  /** Deeper than a block, wider than what is read in place, and with rests everywhere. */
  @ParameterizedTest
  @CsvSource({
    "100, 200, 90",
    "37, 41, 700",
    "40, 300, 300",
    "1, 700, 300",
    "257, 1, 513",
    "13, 1000, 70",
    "20, 530, 40",
    "7, 513, 260",
    "6, 32, 256",
    "50, 64, 257"
  })
  void largeProductsAreRightInEveryLayout(int rows, int columns, int depth) {
    SplittableRandom random = new SplittableRandom(rows);
    for (NumberFormat format : NumberFormat.values()) {
      for (int layout = 0; layout < 4; layout++) {
        boolean first = layout % 2 == 1;
        boolean second = layout / 2 == 1;
        new ProductCase(random, format, rows, columns, depth, first, second, layout == 3).check();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 2", "3, 0, 2", "0, 0, 0", "3, 2, 0"})
  void emptyProductsAreNothingOrZero(int rows, int columns, int depth) {
    ProductCase product =
        new ProductCase(
            new SplittableRandom(1),
            NumberFormat.FLOAT32,
            rows,
            columns,
            depth,
            false,
            true,
            false);
    product.check();
    assertThat(product.result()).hasSize(rows * columns).containsOnly(new double[rows * columns]);
  }

  /** A single number that is not finite reaches its row or column, and nothing else. */
  @ParameterizedTest
  @CsvSource({"7, 19, 5", "40, 70, 300"})
  void whatIsNotANumberStaysInItsRow(int rows, int columns, int depth) {
    for (NumberFormat format : NumberFormat.values()) {
      ProductCase product =
          new ProductCase(
              new SplittableRandom(1), format, rows, columns, depth, false, true, false);
      product.setFirst(3, depth - 1, Double.NaN);
      double[] result = product.run();
      for (int i = 0; i < result.length; i++) {
        assertThat(Double.isNaN(result[i])).isEqualTo(i / columns == 3);
      }
    }
  }
}
