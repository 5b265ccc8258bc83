package org.prairieml.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.GraphException;

class ApportionmentTests {

  static Stream<Long> seeds() {
    return RandomCases.seeds(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsAddUpAndNoneIsAwayFromItsQuotaByOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int kinds = 1 + random.nextInt(6);
    double[] shares = random.doubles(kinds, 0.2, 3).toArray();
    int neurons = 20 * kinds + random.nextInt(1000);
    double total = Arrays.stream(shares).sum();

    int[] counts = Apportionment.largestRemainder(neurons, shares);

    assertThat(Arrays.stream(counts).sum()).isEqualTo(neurons);
    for (int i = 0; i < kinds; i++) {
      assertThat(Math.abs(counts[i] - neurons * shares[i] / total)).isLessThan(1);
    }
  }

  /** Whole shares: quotas and remainders in whole numbers, without any rounding. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsLeftGoesToTheLargestRemaindersAndInATieToTheEarlier(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int kinds = 2 + random.nextInt(5);
    int[] shares = random.ints(kinds, 1, 7).toArray();
    int neurons = 6 * kinds + random.nextInt(100);
    int total = IntStream.of(shares).sum();
    int[] expected = IntStream.of(shares).map(share -> neurons * share / total).toArray();
    int[] remainders = IntStream.of(shares).map(share -> neurons * share % total).toArray();
    for (int left = neurons - IntStream.of(expected).sum(); left > 0; left--) {
      int largest = IntStream.of(remainders).max().orElseThrow();
      int first =
          IntStream.range(0, kinds).filter(i -> remainders[i] == largest).findFirst().orElseThrow();
      expected[first]++;
      remainders[first] = -1;
    }

    for (double unit : new double[] {1, 0.1, 0.01, 1e-9, 1e9}) {
      double[] scaled = IntStream.of(shares).mapToDouble(share -> decimal(share, unit)).toArray();
      assertThat(Apportionment.largestRemainder(neurons, scaled))
          .as("%d neurons in shares %s", neurons, Arrays.toString(scaled))
          .containsExactly(expected);
    }
  }

  /** Returns the double that somebody writes as 0.3, which 3 * 0.1 is not. */
  private static double decimal(int share, double unit) {
    return new BigDecimal(share).multiply(BigDecimal.valueOf(unit)).doubleValue();
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of(5, new double[] {1, 1}, new int[] {3, 2}),
        Arguments.of(8, new double[] {4, 1, 1}, new int[] {6, 1, 1}),
        Arguments.of(100, new double[] {1, 1, 1}, new int[] {34, 33, 33}),
        Arguments.of(10, new double[] {0.1, 0.2, 0.7}, new int[] {1, 2, 7}),
        Arguments.of(7, new double[] {3}, new int[] {7}),
        Arguments.of(3, new double[] {1, 5}, new int[] {1, 2}));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesByHand(int neurons, double[] shares, int[] counts) {
    assertThat(Apportionment.largestRemainder(neurons, shares)).containsExactly(counts);
  }

  @Test
  void aKindThatWouldGetNoNeuronIsAnError() {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> Apportionment.largestRemainder(10, 1, 100))
        .withMessage("10 neurons in shares [1.0, 100.0] leave a kind without any");
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> Apportionment.largestRemainder(2, 1, 1, 1));
  }
}
