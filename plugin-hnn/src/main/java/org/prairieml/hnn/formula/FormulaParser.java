package org.prairieml.hnn.formula;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;

/**
 * Reads a formula by recursive descent.
 *
 * <pre>
 *   sum     = product { ("+" | "-") product }
 *   product = signed { ("*" | "/") signed }
 *   signed  = "-" signed | power
 *   power   = atom [ "^" signed ]
 *   atom    = number | name | name "(" sum ")" | "(" sum ")"
 * </pre>
 */
final class FormulaParser {

  private static final int DEEPEST = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final String text;
  private int position;
  private int depth;

  FormulaParser(String text) {
    this.text = text;
  }

  Expression parse() {
    Expression whole = sum();
    if (next() != 0) {
      throw problem("expected an operation or the end");
    }
    return whole;
  }

  private Expression sum() {
    Expression left = product();
    while (next() == '+' || next() == '-') {
      left = new Expression.Operation(take(), left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (next() == '*' || next() == '/') {
      left = new Expression.Operation(take(), left, signed());
    }
    return left;
  }

  private Expression signed() {
    if (++depth > DEEPEST) {
      throw problem("the formula is nested too deeply");
    }
    Expression part;
    if (next() == '-') {
      take();
      part = new Expression.Negation(signed());
    } else {
      part = power();
    }
    depth--;
    return part;
  }

  private Expression power() {
    Expression base = atom();
    return next() == '^' ? new Expression.Operation(take(), base, signed()) : base;
  }

  private Expression atom() {
    if (next() == '(') {
      return parenthesized();
    }
    String number = match(NUMBER);
    if (number != null) {
      return new Expression.Constant(Double.parseDouble(number));
    }
    String name = match(NAME);
    if (name == null) {
      throw problem("expected a number, a name or '('");
    }
    return next() == '(' ? call(name) : new Expression.Name(name);
  }

  private Expression call(String name) {
    FormulaFunction function =
        FormulaFunction.named(name)
            .orElseThrow(() ->
                problem(
                    "there is no function '%s'%s"
                        .formatted(name, NearestName.hint(name, FormulaFunction.labels()))));
    return new Expression.Call(function, parenthesized());
  }

  private Expression parenthesized() {
    take();
    Expression inside = sum();
    if (next() != ')') {
      throw problem("expected ')'");
    }
    take();
    return inside;
  }

  private String match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }

  /** Returns the next character that is no space, or 0 at the end. */
  private char next() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  private char take() {
    char taken = next();
    position++;
    return taken;
  }

  private PrairieException problem(String what) {
    return PrairieException.badInput(
        "Formula '%s', at character %d: %s%s"
            .formatted(text, position + 1, what, what.endsWith(".") ? "" : "."));
  }
}
