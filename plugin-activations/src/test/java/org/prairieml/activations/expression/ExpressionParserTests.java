package org.prairieml.activations.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 - 2 - x            | sub(sub(1,2),x)",
        "1 - 2 * x            | sub(1,mul(2,x))",
        "a / b / x            | div(div(a,b),x)",
        "2^x^3                | pow(2,pow(x,3))",
        "2 ** -x              | pow(2,negative(x))",
        "-x^2                 | negative(pow(x,2))",
        "-2^x                 | negative(pow(2,x))",
        "(-2)^x               | pow(-2,x)",
        "-x * x               | mul(negative(x),x)",
        "x - -2               | sub(x,-2)",
        "x >= 1               | less_equal(1,x)",
        "where(x > 0, x, 0)   | where(less(0,x),x,0)",
        "silu(x) + asinh(x)   | add(swish(x),arcsinh(x))",
        "max(x, 1, e)         | max(x,1,2.718281828459045)",
        "max(relu(x),cosh(elu(x))) | max(relu(x),cosh(elu(x)))",
        ".5 + 1.e3 + 1E-2     | add(add(0.5,1000),0.01)",
      })
  void usualPrecedenceHolds(String infix, String prefix) {
    assertThat(PrefixPrinter.print(ExpressionParser.expression(infix))).isEqualTo(prefix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x * sigmod(x)   | 4  | did you mean 'sigmoid'?",
        "x * relu        | 4  | write relu(x)",
        "x +             | 3  | Expected a number, a name or '(', found the end.",
        "tanh(x, 2)      | 0  | 'tanh' takes 1 operand, found 2.",
        "max(x)          | 0  | 'max' takes at least 2 operands, found 1.",
        "(x              | 2  | Expected ')', found the end.",
        "x y             | 2  | Expected an operator or the end, found 'y'.",
        "x $ 2           | 2  | not part of a formula",
        "1 < x < 2       | 6  | found '<'",
        "\"\"            | 0  | found the end",
      })
  void errorsPointAtThePlace(String text, int position, String message) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> ExpressionParser.expression(text))
        .satisfies(problem -> assertThat(problem.position()).isEqualTo(position))
        .withMessageContaining(message)
        .withMessageEndingWith("\n    " + text + "\n    " + " ".repeat(position) + "^");
  }

  @Test
  void startValuesAreForFreeNamesOnly() {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> Formula.parse("x * beta with gamma = 2"))
        .withMessageContaining("Expected a free name of the formula, found 'gamma'.");
  }

  @Test
  void depthIsLimitedWhateverMakesIt() {
    int many = 100_000;
    for (String text :
        new String[] {
          "(".repeat(many) + "x" + ")".repeat(many),
          "-".repeat(many) + "x",
          "x" + "^x".repeat(many),
          "x" + "+x".repeat(many),
          "exp(".repeat(many) + "x" + ")".repeat(many),
        }) {
      assertThatExceptionOfType(ExpressionException.class)
          .isThrownBy(() -> ExpressionParser.expression(text))
          .withMessageContaining("levels deep");
    }
  }

  @Test
  void deepestFormulaCanBePrintedComparedAndEvaluated() {
    String text = "x" + "+x".repeat(ExpressionParser.DEEPEST - 1);
    Formula formula = Formula.parse(text);
    assertThat(Formula.parse(formula.toPrefix())).isEqualTo(formula);
    assertThat(Evaluation.values(formula, 1)).containsExactly(ExpressionParser.DEEPEST);
  }

  /** Whatever comes in, the parser answers with a formula or with its own exception. */
  @Test
  void bytesNeverCrashIt() {
    SplittableRandom random = new SplittableRandom(5);
    RandomExpressions expressions = new RandomExpressions(6, true);
    int formulas = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes =
          i % 2 == 0 ? noise(random) : mutated(InfixPrinter.print(expressions.next(4)), random);
      formulas += isFormula(new String(bytes, StandardCharsets.UTF_8)) ? 1 : 0;
    }
    assertThat(formulas).as("some mutations leave a formula").isGreaterThan(1000);
  }

  private static byte[] noise(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] mutated(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String signs = "()+-*/^,=<>xe.019 \n\u0000";
    bytes[random.nextInt(bytes.length)] =
        random.nextInt(3) == 0
            ? (byte) random.nextInt(256)
            : (byte) signs.charAt(random.nextInt(signs.length()));
    return bytes;
  }

  private static boolean isFormula(String text) {
    try {
      Formula.parse(text);
      return true;
    } catch (ExpressionException notOne) {
      assertThat(notOne.position()).isBetween(0, text.length());
      return false;
    }
  }
}
