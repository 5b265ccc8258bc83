package org.prairieml.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

  private static final List<String> NAMES =
      List.of("learning-rate", "units", "batch-size", "steps", "seed");

  @ParameterizedTest
  @CsvSource({
    "untis, units",
    "unit, units",
    "step, steps",
    "sed, seed",
    "batchsize, batch-size",
    "batch_sise, batch-size",
    "learningrate, learning-rate",
    "lerning-rates, learning-rate",
    "seed, seed"
  })
  void findsWhatWasMeant(String word, String meant) {
    assertThat(NearestName.find(word, NAMES)).contains(meant);
    assertThat(NearestName.hint(word, NAMES)).isEqualTo("; did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @CsvSource({"optimizer", "momentum", "rate", "x"})
  void proposesNothingThatIsFarFetched(String word) {
    assertThat(NearestName.find(word, NAMES)).isEmpty();
    assertThat(NearestName.hint(word, NAMES))
        .isEqualTo("; known: batch-size, learning-rate, seed, steps, units.");
  }

  @Test
  void ofSeveralAsNearItTakesTheFirstInTheAlphabet() {
    assertThat(NearestName.find("relux", List.of("reluz", "reluy"))).contains("reluy");
  }

  @Test
  void saysSoWhereThereAreNoNames() {
    assertThat(NearestName.hint("relu", List.of())).isEqualTo("; there are none.");
  }
}
