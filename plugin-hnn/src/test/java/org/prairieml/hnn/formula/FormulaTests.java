package org.prairieml.hnn.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

class FormulaTests {

  /** With a = 3, b = -2. */
  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, 7",
    "(1 + 2) * 3, 9",
    "8 - 3 - 2, 3",
    "8 / 4 / 2, 1",
    "-a^2, -9",
    "b^3, -8",
    "2^3^2, 512",
    "a^-1, 0.3333333333333333",
    "2 * -b, 4",
    ".5e1 + a*b, -1",
    "sqrt(a*a) + abs(b), 5",
    "exp(log(a)), 3",
  })
  void followsTheRulesOfArithmetic(String text, double expected) {
    Tensor value =
        Formula.parse(text).apply(name -> Map.of("a", Tensor.of(3), "b", Tensor.of(-2)).get(name));
    double found =
        new ReferenceEvaluator(Program.builder("test").output("value", value).build())
            .run()
            .output("value")[0];
    assertThat(found).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 +              | at character 4: expected a number, a name or '('",
        "(a               | at character 3: expected ')'",
        "a b              | at character 3: expected an operation or the end",
        "sine(a)          | there is no function 'sine'; did you mean 'sin'?",
      })
  void saysWhereAndWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    assertThatThrownBy(() -> Formula.parse("(".repeat(100_000)))
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void namesAreThoseInOrderOfAppearance() {
    assertThat(Formula.parse("b*a + sin(b) - c^2").names()).containsExactly("b", "a", "c");
  }
}
