package org.prairieml.training.data;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a cell of a table says.
 *
 * @param text without the spaces and quotes around it
 */
record CsvCell(String text) {

  private static final Set<String> NO_VALUE =
      Set.of("", "?", "nan", "na", "n/a", "null", "none", "inf", "infinity");

  private static final int LONGEST_SHOWN = 40;

  /** Returns the number, or nothing if this is none or not a finite one. */
  OptionalDouble number() {
    if (!hasOnlySymbolsOfNumbers()) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Java's parser also takes {@code NaN}, hexadecimal numbers and a final d or f. */
  private boolean hasOnlySymbolsOfNumbers() {
    for (int i = 0; i < text.length(); i++) {
      if (!isSymbolOfNumbers(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSymbolOfNumbers(char symbol) {
    return switch (symbol) {
      case '+', '-', '.', 'e', 'E' -> true;
      default -> '0' <= symbol && symbol <= '9';
    };
  }

  /** Returns whether this can only be the name of a column, not a number or the lack of one. */
  boolean isName() {
    return !hasOnlySymbolsOfNumbers()
        && !NO_VALUE.contains(text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT));
  }

  /** Returns the text for a message: short, on one line, in quotes. */
  String shown() {
    String beginning =
        text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return text.isEmpty() ? "an empty cell" : "'" + beginning.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
