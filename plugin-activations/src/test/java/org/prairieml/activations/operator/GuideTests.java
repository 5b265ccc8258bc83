package org.prairieml.activations.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's tables of operators are those of the code. */
class GuideTests {

  private static final Path GUIDE = Path.of("../docs/guides/activations.md");

  @Test
  void guideHasARowForEveryOperator() throws IOException {
    assertThat(Files.readAllLines(GUIDE)).containsAll(rows().toList());
  }

  private static Stream<String> rows() {
    return Operators.all().stream().map(GuideTests::row);
  }

  private static String row(Operator operator) {
    String lists = operator.most() == 1 ? "" : " | " + String.join(", ", operator.tags());
    return "| %s | %s | %s%s |"
        .formatted(
            names(operator),
            operator.formula().replace("|", "\\|"),
            facts(operator.facts().orElseThrow()),
            lists);
  }

  private static String names(Operator operator) {
    List<String> quoted = operator.names().stream().map(name -> "`" + name + "`").toList();
    return String.join(", ", quoted);
  }

  private static String facts(Facts facts) {
    return "%s | %s | %s | %s | %s, %s, %s"
        .formatted(
            facts.domain(),
            facts.range(),
            word(facts.parity()),
            word(facts.monotonicity()),
            number(facts.atMinusInfinity()),
            number(facts.atZero()),
            number(facts.atInfinity()));
  }

  private static String word(Enum<?> constant) {
    String word = constant.name().toLowerCase(Locale.ROOT);
    return word.equals("none") ? "" : word;
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  /** Prints the rows, for the guide. */
  public static void main(String[] arguments) {
    rows().forEach(System.out::println);
  }
}
