package org.prairieml.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTests {

  /**
   * SHA-256 of the seed, big-endian, and the name, by Python's hashlib: results of published runs
   * hang on these numbers.
   */
  @Test
  void streamSeedsNeverChange() {
    assertThat(RandomStreams.of(42).streamSeed("shuffle")).isEqualTo(968748762977393315L);
    assertThat(RandomStreams.of(42).streamSeed("init/dense1.weight"))
        .isEqualTo(6732683358763108499L);
    assertThat(RandomStreams.of(-1).child("fold3").streamSeed("shuffle"))
        .isEqualTo(-612062862895503333L);
    assertThat(RandomStreams.of(0).streamSeed("")).isEqualTo(-5812615543772869766L);
  }

  /** The generator behind a stream, SplitMix64, is part of the promise; computed in Python too. */
  @Test
  void streamsNeverChange() {
    RandomGenerator stream = RandomStreams.of(42).stream("shuffle");

    assertThat(List.of(stream.nextLong(), stream.nextLong()))
        .containsExactly(8685548684035320270L, -517705317137085151L);
  }

  @Test
  void aStreamStartsAfreshEveryTime() {
    RandomStreams streams = RandomStreams.of(7);
    RandomGenerator once = streams.stream("a");
    double first = once.nextDouble();
    double second = once.nextDouble();
    RandomGenerator again = streams.stream("a");

    assertThat(again.nextDouble()).isEqualTo(first);
    assertThat(again.nextDouble()).isEqualTo(second);
  }

  @Test
  void childrenPutTheirNameInFrontOfTheStreams() {
    RandomStreams streams = RandomStreams.of(7);

    assertThat(streams.child("trial").child("fold")).isEqualTo(new RandomStreams(7, "trial/fold/"));
    assertThat(streams.child("trial").streamSeed("shuffle"))
        .isEqualTo(streams.streamSeed("trial/shuffle"))
        .isNotEqualTo(streams.streamSeed("shuffle"));
  }

  @Test
  void seedsAndNamesThatDifferALittleGiveUnrelatedStreams() {
    Set<Long> seeds = new HashSet<>();
    List<Double> first = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      for (int name = 0; name < 100; name++) {
        RandomStreams streams = RandomStreams.of(seed);
        seeds.add(streams.streamSeed("s" + name));
        first.add(streams.stream("s" + name).nextDouble());
      }
    }
    double mean = first.stream().mapToDouble(v -> v).average().orElseThrow();

    assertThat(seeds).hasSize(10_000);
    assertThat(mean).isCloseTo(0.5, within(4 / Math.sqrt(12 * 10_000.0)));
  }

  @Test
  void streamsOfTwoNamesAreUncorrelated() {
    RandomGenerator a = RandomStreams.of(1).stream("a");
    RandomGenerator b = RandomStreams.of(1).stream("b");
    int n = 10_000;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (a.nextDouble() - 0.5) * (b.nextDouble() - 0.5);
    }

    assertThat(sum / n).isCloseTo(0, within(4 / (12 * Math.sqrt(n))));
  }
}
