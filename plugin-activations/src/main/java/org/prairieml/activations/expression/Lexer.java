package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.activations.expression.Token.Kind;

/** Cuts a text into tokens. */
final class Lexer {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?\\d++)?+)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_]*+)"
              + "|(?<symbol>\\*\\*|<=|>=|==|[-+*/^(),=<>])");

  private Lexer() {}

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int position = afterBlanks(text, 0);
    while (position < text.length()) {
      if (!matcher.region(position, text.length()).lookingAt()) {
        throw new ExpressionException("This character is not part of a formula.", text, position);
      }
      tokens.add(new Token(kind(matcher), matcher.group(), position));
      position = afterBlanks(text, matcher.end());
    }
    tokens.add(new Token(Kind.END, "", text.length()));
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("name") != null ? Kind.NAME : Kind.SYMBOL;
  }

  private static int afterBlanks(String text, int from) {
    int position = from;
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position;
  }
}
