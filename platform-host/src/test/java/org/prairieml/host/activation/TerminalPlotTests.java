package org.prairieml.host.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalPlotTests {

  private static final String EMPTY = "\u2800";

  private static final double[] X = Steepness.grid(-2, 2, TerminalPlot.points());

  @Test
  void lineGoesFromOneCornerToTheOther() {
    List<String> lines = TerminalPlot.lines(X, List.of(X));
    assertThat(lines).hasSize(21);
    assertThat(lines.getFirst()).startsWith(" 2.000 ┤").doesNotEndWith(EMPTY);
    assertThat(lines.getFirst().charAt(8)).asString().isEqualTo(EMPTY);
    assertThat(lines.get(19)).startsWith("-2.000 ┤").endsWith(EMPTY);
    assertThat(lines.get(19).charAt(8)).asString().isNotEqualTo(EMPTY);
    assertThat(lines.getLast().strip()).startsWith("-2.000").endsWith("2.000");
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    double[] pole = Arrays.stream(X).map(x -> x > 0 ? Double.NaN : 1).toArray();
    double[] none = Arrays.stream(X).map(x -> Double.POSITIVE_INFINITY).toArray();
    assertThat(
            TerminalPlot.lines(X, List.of(pole)).stream().mapToInt(TerminalPlotTests::dots).sum())
        .isEqualTo(TerminalPlot.points() / 2);
    assertThat(
            TerminalPlot.lines(X, List.of(none)).stream().mapToInt(TerminalPlotTests::dots).sum())
        .isZero();
  }

  private static int dots(String line) {
    return line.chars()
        .filter(c -> c > 0x2800 && c < 0x2900)
        .map(c -> Integer.bitCount(c - 0x2800))
        .sum();
  }
}
