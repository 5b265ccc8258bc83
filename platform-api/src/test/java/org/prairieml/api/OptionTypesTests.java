package org.prairieml.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionTypesTests {

  private static final OptionReader READER =
      OptionReader.of("experiment.yaml", Services.of(List.of())).at("train").at("key");

  private static final OptionType<Integer> DIGIT = OptionTypes.integer(1, 9);
  private static final OptionType<Integer> COUNT = OptionTypes.integer(1, Integer.MAX_VALUE);
  private static final OptionType<Double> UNIT = OptionTypes.real(RealRange.UNIT);
  private static final OptionType<Double> POSITIVE = OptionTypes.real(RealRange.POSITIVE);
  private static final OptionType<Pace> PACE = OptionTypes.choice(Pace.class);
  private static final OptionType<List<Integer>> DIGITS = OptionTypes.list(DIGIT);

  private enum Pace {
    SLOW,
    VERY_FAST
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of(OptionTypes.FLAG, true, true),
        Arguments.of(OptionTypes.TEXT, "a text", "a text"),
        Arguments.of(OptionTypes.TEXT, "", ""),
        Arguments.of(DIGIT, 1, 1),
        Arguments.of(DIGIT, 9L, 9),
        Arguments.of(DIGIT, 3.0, 3),
        Arguments.of(COUNT, Integer.MAX_VALUE, Integer.MAX_VALUE),
        Arguments.of(OptionTypes.seed(), Long.MIN_VALUE, Long.MIN_VALUE),
        Arguments.of(OptionTypes.seed(), 1e15, 1_000_000_000_000_000L),
        Arguments.of(UNIT, 0, 0.0),
        Arguments.of(UNIT, 1, 1.0),
        Arguments.of(UNIT, 0.25f, 0.25),
        Arguments.of(POSITIVE, Double.MIN_VALUE, Double.MIN_VALUE),
        Arguments.of(PACE, "slow", Pace.SLOW),
        Arguments.of(PACE, "very-fast", Pace.VERY_FAST),
        Arguments.of(DIGITS, List.of(), List.of()),
        Arguments.of(DIGITS, List.of(1, 2.0), List.of(1, 2)));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  <T> void readsPlainData(OptionType<T> type, Object plain, T value) {
    assertThat(type.read(plain, READER)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  <T> void writesWhatItReadsBack(OptionType<T> type, Object plain, T value) {
    assertThat(type.read(type.write(value), READER)).isEqualTo(value);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(OptionTypes.FLAG, "yes", "expected true or false, found 'yes'."),
        Arguments.of(OptionTypes.TEXT, 3, "expected a text, found 3."),
        Arguments.of(OptionTypes.PATH, List.of(1, 2), "expected a text, found a list of 2."),
        Arguments.of(DIGIT, 0, "expected a whole number from 1 to 9, found 0."),
        Arguments.of(DIGIT, 10, "expected a whole number from 1 to 9, found 10."),
        Arguments.of(
            DIGIT, (1L << 32) + 1, "expected a whole number from 1 to 9, found 4294967297."),
        Arguments.of(DIGIT, 2.5, "expected a whole number from 1 to 9, found 2.5."),
        Arguments.of(DIGIT, "3", "expected a whole number from 1 to 9, found '3'."),
        Arguments.of(DIGIT, Double.NaN, "expected a whole number from 1 to 9, found NaN."),
        Arguments.of(COUNT, 0, "expected a whole number of at least 1, found 0."),
        Arguments.of(OptionTypes.seed(), 1e16, "expected a whole number, found 1.0E16."),
        Arguments.of(UNIT, 1.0001, "expected a number from 0 to 1, found 1.0001."),
        Arguments.of(UNIT, -1e-9, "expected a number from 0 to 1, found -1.0E-9."),
        Arguments.of(UNIT, Double.NaN, "expected a number from 0 to 1, found NaN."),
        Arguments.of(UNIT, true, "expected a number from 0 to 1, found true."),
        Arguments.of(POSITIVE, 0, "expected a number above 0, found 0."),
        Arguments.of(
            POSITIVE, Double.POSITIVE_INFINITY, "expected a number above 0, found Infinity."),
        Arguments.of(PACE, "very-fat", "there is no choice 'very-fat'; did you mean 'very-fast'?"),
        Arguments.of(PACE, 7, "there is no choice 7; known: slow, very-fast."),
        Arguments.of(PACE, "SLOW", "there is no choice 'SLOW'; known: slow, very-fast."),
        Arguments.of(DIGITS, 3, "expected a list, found 3."),
        Arguments.of(DIGITS, Map.of(), "expected a list, found keys with values."));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsOfTheWrongTypeOrRange(OptionType<?> type, Object plain, String problem) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> type.read(plain, READER))
        .withMessage("experiment.yaml, at 'train.key': " + problem)
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }

  @Test
  void namesTheElementOfAListThatIsWrong() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> DIGITS.read(Arrays.asList(1, null), READER))
        .withMessage(
            "experiment.yaml, at 'train.key[1]': expected a whole number from 1 to 9, found"
                + " nothing.");
  }

  @Test
  void writesAFileAsAnAbsolutePath() {
    Path path = OptionTypes.PATH.read("data/../x.npz", READER);

    assertThat(path).isEqualTo(Path.of("x.npz").toAbsolutePath());
    assertThat(OptionTypes.PATH.write(path)).isEqualTo(path.toString());
  }

  @Test
  void sectionsAndListsOfThemHaveKeys() {
    Option<Integer> inner = Option.integer("inner", 0, 9, 1, "A digit.");
    OptionType<Options> section = OptionTypes.section(List.of(inner));
    assertThat(section.keys()).isEqualTo(List.of(inner));
    assertThat(OptionTypes.list(section).keys()).isEqualTo(List.of(inner));
    assertThat(DIGITS.keys()).isEmpty();
  }

  @Test
  void describesItself() {
    assertThat(DIGITS.description()).isEqualTo("a list, each a whole number from 1 to 9");
    assertThat(PACE.description()).isEqualTo("one of slow, very-fast");
    assertThat(OptionTypes.service(Animal.class).description()).isEqualTo("an animal");
    assertThat(OptionTypes.section(List.of()).description()).isEqualTo("keys with values");
    assertThat(OptionTypes.PATH.description()).isEqualTo("a file's path");
  }
}
