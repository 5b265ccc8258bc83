package org.prairieml.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionReaderTests {

  private static final Option<Integer> STEPS =
      Option.integer("steps", 1, Integer.MAX_VALUE, 100, "Steps.");
  private static final Option<Double> RATE =
      Option.real("rate", RealRange.POSITIVE, 0.1, "The rate.");
  private static final Option<String> NOTE = Option.of("note", OptionTypes.TEXT, null, "A note.");
  private static final Option<Integer> WIDTH =
      Option.required("width", OptionTypes.integer(1, 9), "The width.");
  private static final Option<Options> INNER =
      Option.section("inner", List.of(RATE, STEPS), "A group.");
  private static final Option<List<Options>> PARTS =
      Option.list("parts", OptionTypes.section(List.of(WIDTH)), "Parts.");
  private static final List<Option<?>> SCHEMA = List.of(STEPS, NOTE, INNER, PARTS);

  private final OptionReader reader = OptionReader.of("experiment.yaml", Services.of(List.of()));

  @Test
  void whatIsNotGivenHasItsDefault() {
    for (Object nothing : new Object[] {Map.of(), null}) {
      Options options = reader.options(SCHEMA, nothing);

      assertThat(options.get(STEPS)).isEqualTo(100);
      assertThat(options.find(NOTE)).isEmpty();
      assertThat(options.get(INNER).get(RATE)).isEqualTo(0.1);
      assertThat(options.get(PARTS)).isEmpty();
    }
  }

  @Test
  void aKeyWithoutValueIsNotGiven() {
    Map<String, Object> plain = new HashMap<>();
    plain.put("steps", null);

    assertThat(reader.options(SCHEMA, plain).get(STEPS)).isEqualTo(100);
  }

  @Test
  void sectionsAndListsNest() {
    Options options =
        reader.options(
            SCHEMA,
            Map.of(
                "steps", 7,
                "inner", Map.of("rate", 2),
                "parts", List.of(Map.of("width", 3), Map.of("width", 4))));

    assertThat(options.get(STEPS)).isEqualTo(7);
    assertThat(options.get(INNER).get(RATE)).isEqualTo(2.0);
    assertThat(options.get(INNER).get(STEPS)).isEqualTo(100);
    assertThat(options.get(PARTS)).extracting(part -> part.get(WIDTH)).containsExactly(3, 4);
  }

  @Test
  void anUnknownKeyIsAnErrorThatNamesTheNearest() {
    assertProblem(
        Map.of("stesp", 1), "experiment.yaml: there is no key 'stesp' here; did you mean 'steps'?");
    assertProblem(
        Map.of("optimizer", 1),
        "experiment.yaml: there is no key 'optimizer' here; known: inner, note, parts, steps.");
    assertProblem(
        Map.of("inner", Map.of("rates", 1)),
        "experiment.yaml, at 'inner': there is no key 'rates' here; did you mean 'rate'?");
  }

  @Test
  void aMissingValueIsAnErrorThatSaysWhatIsWanted() {
    assertProblem(
        Map.of("parts", List.of(Map.of("width", 3), Map.of())),
        "experiment.yaml, at 'parts[1]': the key 'width' is missing: a whole number from 1 to 9.");
  }

  @Test
  void aValueOfTheWrongTypeIsAnErrorThatSaysWhere() {
    assertProblem(
        Map.of("steps", "many"),
        "experiment.yaml, at 'steps': expected a whole number of at least 1, found 'many'.");
    assertProblem(
        Map.of("inner", 3), "experiment.yaml, at 'inner': expected keys with values, found 3.");
    assertProblem(
        Map.of("parts", List.of(Map.of("width", 3), Map.of("width", 10))),
        "experiment.yaml, at 'parts[1].width': expected a whole number from 1 to 9, found 10.");
    assertProblem(List.of(), "experiment.yaml: expected keys with values, found a list of 0.");
  }

  private void assertProblem(Object plain, String message) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> reader.options(SCHEMA, plain))
        .withMessage(message)
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }
}
