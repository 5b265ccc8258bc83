package org.prairieml.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RandomCases;
import tools.jackson.databind.JsonNode;

class RandomStateTests {

  /** The streams that NumPy itself drew. */
  @Nested
  class AgainstNumpy {

    private final JsonNode oracle = Oracles.read("numpy_rng.json");
    private final RandomState random = seeded();

    private RandomState seeded() {
      return new RandomState(oracle.get("seed").longValue());
    }

    @Test
    void drawsTheSameWords() {
      long[] words = LongStream.generate(this::unsignedWord).limit(20).toArray();

      assertThat(words)
          .containsExactly(
              oracle.get("state_words").valueStream().mapToLong(JsonNode::longValue).toArray());
    }

    private long unsignedWord() {
      return Integer.toUnsignedLong(random.nextWord());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rand", "random_sample_2d"})
    void drawsTheSameUniformNumbers(String name) {
      JsonNode node = oracle.get(name);
      double[] expected = Oracles.doubles(node.isArray() ? node : node.get("values"));

      assertThat(random.rand(expected.length)).containsExactly(expected);
    }

    @Test
    void drawsTheSameUniformNumbersOfARange() {
      JsonNode node = oracle.get("uniform");
      double low = node.get("low").doubleValue();
      double high = node.get("high").doubleValue();

      for (double expected : Oracles.doubles(node.get("values"))) {
        assertThat(random.uniform(low, high)).isEqualTo(expected);
      }
    }

    @Test
    void drawsTheSameNormalNumbersToTwoUlp() {
      double[] expected = Oracles.doubles(oracle.get("randn"));

      assertWithinTwoUlp(random.randn(expected.length), expected);
    }

    @Test
    void drawsTheSameNormalNumbersOneByOne() {
      JsonNode node = oracle.get("normal");
      RandomState other = new RandomState(node.get("seed").longValue());

      for (double expected : Oracles.doubles(node.get("values"))) {
        assertWithinTwoUlp(other.normal(0, 1), expected);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"randint", "randint_power_of_two", "randint_one_by_one"})
    void drawsTheSameIntegers(String name) {
      JsonNode node = oracle.get(name);

      for (int expected : Oracles.ints(node.get("values"))) {
        assertThat(random.randint(node.get("low").longValue(), node.get("high").longValue()))
            .isEqualTo(expected);
      }
    }

    @Test
    void choosesTheSame() {
      JsonNode node = oracle.get("choice");

      for (int expected : Oracles.ints(node.get("values"))) {
        assertThat(random.choice(node.get("n").intValue())).isEqualTo(expected);
      }
    }

    @Test
    void choosesTheSameWithoutReplacement() {
      JsonNode node = oracle.get("choice_without_replacement");

      assertThat(
              random.choiceWithoutReplacement(node.get("n").intValue(), node.get("k").intValue()))
          .containsExactly(Oracles.ints(node.get("values")));
    }

    @Test
    void permutesTheSame() {
      JsonNode node = oracle.get("permutation");

      assertThat(random.permutation(node.get("n").intValue()))
          .containsExactly(Oracles.ints(node.get("values")));
    }

    @Test
    void shufflesIntegersTheSame() {
      JsonNode node = oracle.get("shuffle_list");
      int[] values = IntStream.range(0, node.get("n").intValue()).toArray();

      random.shuffle(values);

      assertThat(values).containsExactly(Oracles.ints(node.get("values")));
    }

    @Test
    void shufflesNumbersTheSame() {
      JsonNode node = oracle.get("shuffle_array");
      double[] values = new double[node.get("n").intValue()];
      Arrays.setAll(values, i -> i * node.get("values_times").doubleValue());

      random.shuffle(values);

      assertThat(values).containsExactly(Oracles.doubles(node.get("values")));
    }

    @Test
    void drawsTheSameWhenCallsAreMixed() {
      for (JsonNode call : oracle.get("mixed")) {
        JsonNode value = call.get(1);
        switch (call.get(0).stringValue()) {
          case "rand" -> assertThat(random.rand()).isEqualTo(value.doubleValue());
          case "choice48" -> assertThat(random.choice(48)).isEqualTo(value.intValue());
          case "randint(0,7)" -> assertThat(random.randint(0, 7)).isEqualTo(value.longValue());
          case "randn3" -> assertWithinTwoUlp(random.randn(3), Oracles.doubles(value));
          case "normal(2,0.5)" -> assertWithinTwoUlp(random.normal(2, 0.5), value.doubleValue());
          case "permutation11" ->
              assertThat(random.permutation(11)).containsExactly(Oracles.ints(value));
          default -> throw new AssertionError("Unknown call " + call);
        }
      }
    }

    @Test
    void acceptsAnArrayAsSeed() {
      JsonNode node = oracle.get("seed_array");
      long[] seed = node.get("seed").valueStream().mapToLong(JsonNode::longValue).toArray();

      assertThat(new RandomState(seed).rand(5)).containsExactly(Oracles.doubles(node.get("rand")));
    }
  }

  // The literals below were drawn by NumPy 2.4.6, whose RandomState is frozen.

  @Test
  void takesTwoWordsForAWideRange() {
    RandomState random = new RandomState(42);

    assertThat(LongStream.generate(() -> random.randint(0, 1L << 40)).limit(4))
        .containsExactly(441507790259L, 395924837646L, 458615280711L, 810017303572L);
  }

  @Test
  void drawsFromTheWidestRange() {
    RandomState random = new RandomState(7);

    assertThat(LongStream.generate(() -> random.randint(Long.MIN_VALUE, Long.MAX_VALUE)).limit(2))
        .containsExactly(-7815732517915138876L, 5163590386780219894L);
  }

  @Test
  void takesOneWordForThirtyTwoBitsAndTwoForOneMore() {
    RandomState random = new RandomState(42);

    assertThat(LongStream.generate(() -> random.randint(0, 1L << 32)).limit(3))
        .containsExactly(1608637542L, 3421126067L, 4083286876L);
    assertThat(random.randint(0, (1L << 32) + 1)).isEqualTo(3143890026L);
  }

  @Test
  void takesNoWordForARangeOfOneValue() {
    RandomState random = new RandomState(7);
    RandomState untouched = new RandomState(7);

    assertThat(random.randint(5, 6)).isEqualTo(5);
    assertThat(random.nextWord()).isEqualTo(untouched.nextWord());
  }

  @Test
  void acceptsTheLargestSeed() {
    assertThat(new RandomState((1L << 32) - 1).rand(2))
        .containsExactly(0.0976320289940138, 0.9123828453026218);
  }

  @Test
  void acceptsSeedsShorterAndLongerThanTheState() {
    assertThat(new RandomState(new long[] {0}).rand(2))
        .containsExactly(0.8444218515250481, 0.7579544029403025);
    assertThat(new RandomState(LongStream.range(0, 700).toArray()).rand(2))
        .containsExactly(0.867898393018711, 0.9148838731573538);
  }

  @Test
  void refusesSeedsOutOfRange() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomState(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomState(1L << 32));
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomState(new long[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomState(new long[] {1, -1}));
  }

  @Test
  void refusesEmptyRanges() {
    RandomState random = new RandomState(0);

    assertThatIllegalArgumentException().isThrownBy(() -> random.randint(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> random.choice(0));
    assertThatIllegalArgumentException().isThrownBy(() -> random.choiceWithoutReplacement(3, 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void permutesEveryElementOnce(long seed) {
    RandomState random = new RandomState(seed & 0xffffffffL);
    int n = random.choice(200);

    assertThat(random.permutation(n)).doesNotHaveDuplicates().hasSize(n);
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(20);
  }

  private static void assertWithinTwoUlp(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertWithinTwoUlp(actual[i], expected[i]);
    }
  }

  private static void assertWithinTwoUlp(double actual, double expected) {
    // In binary: a difference of decimal spellings may be more than that of the numbers.
    assertThat(Math.abs(actual - expected) / Math.ulp(expected))
        .as("%s, expected %s, in ulps", actual, expected)
        .isLessThanOrEqualTo(2);
  }
}
