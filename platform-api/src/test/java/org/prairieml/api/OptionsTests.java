package org.prairieml.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;

class OptionsTests {

  private enum Pace {
    SLOW,
    VERY_FAST
  }

  private static final Option<Integer> COUNT = Option.integer("count", 0, 1000, 7, "A count.");
  private static final Option<Double> RATE = Option.real("rate", RealRange.ANY, 0.5, "A rate.");
  private static final Option<Boolean> LOUD = Option.flag("loud", true, "Whether it is loud.");
  private static final Option<String> TITLE = Option.text("title", "untitled", "A title.");
  private static final Option<Pace> PACE = Option.choice("pace", Pace.SLOW, "How fast.");
  private static final Option<Long> SEED = Option.of("seed", OptionTypes.seed(), 1, "A seed.");
  private static final Option<String> NOTE = Option.of("note", OptionTypes.TEXT, null, "A note.");
  private static final Option<List<Double>> WEIGHTS =
      Option.list("weights", OptionTypes.real(RealRange.NOT_NEGATIVE), "Weights.");
  private static final Option<Configured<Animal>> PET =
      Option.service("pet", Animal.class, "horse", "A pet.");
  private static final Option<Options> INNER =
      Option.section("inner", List.of(COUNT, NOTE, PET), "A group.");
  private static final List<Option<?>> SIMPLE =
      List.of(COUNT, RATE, LOUD, TITLE, PACE, SEED, NOTE, WEIGHTS);
  private static final List<Option<?>> ALL =
      List.of(COUNT, RATE, LOUD, TITLE, PACE, SEED, NOTE, WEIGHTS, PET, INNER);

  private static final OptionReader READER =
      OptionReader.of(
          "test", Services.of(List.of(new Animal.Beast("horse"), new Animal.Worm("worm"))));

  @Test
  void defaultsAreWrittenOutInTheOrderOfTheSchemaAndAbsentValuesLeftOut() {
    assertThat(Options.defaults(SIMPLE).toPlain())
        .containsExactly(
            Map.entry("count", 7),
            Map.entry("rate", 0.5),
            Map.entry("loud", true),
            Map.entry("title", "untitled"),
            Map.entry("pace", "slow"),
            Map.entry("seed", 1L),
            Map.entry("weights", List.of()));
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsWrittenReadsBackTheSame(long seed) {
    Options options = READER.options(ALL, plain(new SplittableRandom(seed)));
    Map<String, Object> written = options.toPlain();
    Options again = READER.options(ALL, written);

    assertThat(again).isEqualTo(options).hasSameHashCodeAs(options);
    assertThat(again.toPlain()).isEqualTo(written);
    assertThat(again).hasToString(options.toString());
  }

  private static Map<String, Object> plain(SplittableRandom random) {
    Map<String, Object> plain = new LinkedHashMap<>();
    maybe(random, plain, "count", random.nextInt(1001));
    maybe(random, plain, "rate", random.nextBoolean() ? random.nextInt(9) : random.nextDouble());
    maybe(random, plain, "loud", random.nextBoolean());
    maybe(random, plain, "title", Long.toString(random.nextLong(), 36));
    maybe(random, plain, "pace", random.nextBoolean() ? "slow" : "very-fast");
    maybe(random, plain, "seed", random.nextLong());
    maybe(random, plain, "note", "");
    maybe(random, plain, "weights", random.doubles(random.nextInt(4)).boxed().toList());
    maybe(random, plain, "pet", pet(random));
    maybe(random, plain, "inner", Map.of("count", 3, "pet", pet(random)));
    return plain;
  }

  private static Object pet(SplittableRandom random) {
    return random.nextBoolean() ? "worm" : Map.of("name", "horse", "legs", random.nextInt(9));
  }

  private static void maybe(
      SplittableRandom random, Map<String, Object> plain, String key, Object value) {
    if (random.nextInt(3) > 0) {
      plain.put(key, value);
    }
  }

  @Test
  void aValueIsReplacedInACopy() {
    Options before = Options.defaults(SIMPLE);
    Options after = before.with(COUNT, 8).with(NOTE, "hello");

    assertThat(after.get(COUNT)).isEqualTo(8);
    assertThat(after.find(NOTE)).contains("hello");
    assertThat(after).isNotEqualTo(before);
    assertThat(before.get(COUNT)).isEqualTo(7);
    assertThat(before.find(NOTE)).isEmpty();
  }

  @Test
  void javaValuesAreTakenAndTheRestIsDefault() {
    Options options = Options.of(SIMPLE, Map.of("count", 8));

    assertThat(options.get(COUNT)).isEqualTo(8);
    assertThat(options.get(TITLE)).isEqualTo("untitled");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> Options.of(List.of(Option.file("file", "A file.")), Map.of()))
        .withMessage("defaults: the key 'file' is missing: a file's path.");
  }

  @Test
  void askingForWhatIsNotThereIsAMistakeInTheProgram() {
    Options options = Options.defaults(SIMPLE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.get(NOTE))
        .withMessage("Option 'note' has no value here.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.get(INNER))
        .withMessage("Option 'inner' is not of this schema.");
    assertThatIllegalArgumentException().isThrownBy(() -> options.with(INNER, Options.NONE));
  }

  @Test
  void anOptionDescribesItself() {
    assertThat(COUNT.name()).isEqualTo("count");
    assertThat(COUNT.help()).isEqualTo("A count.");
    assertThat(COUNT.plainDefault()).isEqualTo(7);
    assertThat(COUNT.isRequired()).isFalse();
    assertThat(COUNT.type().description()).isEqualTo("a whole number from 0 to 1000");
    assertThat(PACE.plainDefault()).isEqualTo("slow");
    assertThat(Option.file("file", "A file.").isRequired()).isTrue();
    assertThat(COUNT).hasToString("count");
  }
}
