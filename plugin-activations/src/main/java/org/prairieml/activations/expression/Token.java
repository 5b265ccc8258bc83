package org.prairieml.activations.expression;

/**
 * A word of a formula.
 *
 * @param kind what it is
 * @param text how it is written
 * @param position where it starts
 */
record Token(Kind kind, String text, int position) {

  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Returns the token as an error shows it. */
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
