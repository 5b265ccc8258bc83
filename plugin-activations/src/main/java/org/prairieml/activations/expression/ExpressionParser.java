package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.activations.expression.Token.Kind;
import org.prairieml.activations.operator.Operator;
import org.prairieml.activations.operator.Operators;
import org.prairieml.api.NearestName;

/**
 * Reads formulas, in infix or prefix notation or a mixture: calls are calls in both.
 *
 * <pre>
 * formula    = expression ["with" name "=" number {"," name "=" number}]
 * expression = sum [("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==") sum]
 * sum        = product {("+" | "-") product}
 * product    = signed {("*" | "/") signed}
 * signed     = "-" signed | power
 * power      = atom [("^" | "**") signed]
 * atom       = number | name | operator "(" expression {"," expression} ")" | "(" expression ")"
 * </pre>
 *
 * <p>{@code x} is the variable; {@code pi}, {@code e}, {@code inf} and {@code nan} are numbers;
 * every other name that is not called is a parameter. A minus sign before a number is part of it,
 * except before a power: {@code -2^x} is {@code -(2^x)}.
 */
public final class ExpressionParser {

  /** Trees are walked by recursion; none that a person or a search writes is nearly as deep. */
  static final int DEEPEST = 400;

  static final String WITH = "with";

  private static final Map<String, Double> NUMBERS =
      Map.of(
          "pi", Math.PI,
          "e", Math.E,
          "inf", Double.POSITIVE_INFINITY,
          "nan", Double.NaN);

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int nesting;

  private ExpressionParser(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  /**
   * Reads an expression.
   *
   * @throws ExpressionException if the text is none
   */
  public static Expression expression(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Branch branch = parser.comparison();
    parser.expectEnd();
    return branch.expression();
  }

  static Formula formula(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Branch branch = parser.comparison();
    Map<String, Double> starts = parser.starts(branch.expression());
    parser.expectEnd();
    return Formula.of(branch.expression(), starts);
  }

  /** Returns whether a name can stand for a parameter. */
  static boolean isFree(String name) {
    return !name.equals("x") && !name.equals(WITH) && !NUMBERS.containsKey(name);
  }

  private Branch comparison() {
    Branch left = sum();
    Token sign = peek();
    if (accept("<")) {
      return join(sign, "less", left, sum());
    }
    if (accept("<=")) {
      return join(sign, "less_equal", left, sum());
    }
    if (accept(">")) {
      return join(sign, "less", sum(), left);
    }
    if (accept(">=")) {
      return join(sign, "less_equal", sum(), left);
    }
    return accept("==") ? join(sign, "equal", left, sum()) : left;
  }

  private Branch sum() {
    Branch left = product();
    while (true) {
      Token sign = peek();
      if (accept("+")) {
        left = join(sign, "add", left, product());
      } else if (accept("-")) {
        left = join(sign, "sub", left, product());
      } else {
        return left;
      }
    }
  }

  private Branch product() {
    Branch left = signed();
    while (true) {
      Token sign = peek();
      if (accept("*")) {
        left = join(sign, "mul", left, signed());
      } else if (accept("/")) {
        left = join(sign, "div", left, signed());
      } else {
        return left;
      }
    }
  }

  private Branch signed() {
    Token sign = peek();
    if (!accept("-")) {
      return power();
    }
    enter(sign);
    boolean literal = isNumber(peek());
    Branch operand = signed();
    nesting--;
    return literal && operand.expression() instanceof Expression.Number number
        ? new Branch(new Expression.Number(-number.value()), 1)
        : join(sign, InfixOperator.NEGATIVE, operand);
  }

  private Branch power() {
    Branch base = atom();
    Token sign = peek();
    if (!accept("^") && !accept("**")) {
      return base;
    }
    enter(sign);
    Branch power = join(sign, "pow", base, signed());
    nesting--;
    return power;
  }

  private Branch atom() {
    Token token = take();
    if (isNumber(token)) {
      return new Branch(new Expression.Number(number(token)), 1);
    }
    if (token.kind() == Kind.NAME && !token.text().equals(WITH)) {
      return peek().is("(") ? call(token) : new Branch(name(token), 1);
    }
    if (!token.is("(")) {
      throw problem("Expected a number, a name or '(', found %s.".formatted(token.shown()), token);
    }
    enter(token);
    Branch inside = comparison();
    expect(")");
    nesting--;
    return inside;
  }

  private Expression name(Token token) {
    if (token.text().equals("x")) {
      return Expression.X;
    }
    if (Operators.find(token.text()).isPresent()) {
      throw problem(
          "'%s' is an operator: write %s(x).".formatted(token.text(), token.text()), token);
    }
    return new Expression.Parameter(token.text());
  }

  private Branch call(Token name) {
    Operator operator =
        Operators.find(name.text())
            .orElseThrow(() ->
                problem(
                    "There is no operator '%s'%s"
                        .formatted(name.text(), NearestName.hint(name.text(), Operators.names())),
                    name));
    enter(name);
    List<Branch> operands = new ArrayList<>();
    expect("(");
    do {
      operands.add(comparison());
    } while (accept(","));
    expect(")");
    nesting--;
    if (!operator.takes(operands.size())) {
      throw problem(
          "'%s' takes %s, found %d.".formatted(name.text(), expected(operator), operands.size()),
          name);
    }
    return join(name, operator.name(), operands.toArray(Branch[]::new));
  }

  private static String expected(Operator operator) {
    String count =
        operator.most() == operator.least()
            ? Integer.toString(operator.least())
            : "at least " + operator.least();
    return count + (count.equals("1") ? " operand" : " operands");
  }

  private Map<String, Double> starts(Expression expression) {
    Map<String, Double> starts = new LinkedHashMap<>();
    if (peek().kind() == Kind.NAME && peek().text().equals(WITH)) {
      do {
        take();
        Token name = take();
        if (!expression.parameters().contains(name.text())) {
          throw problem(
              "Expected a free name of the formula, found %s.".formatted(name.shown()), name);
        }
        expect("=");
        starts.put(name.text(), signedNumber());
      } while (peek().is(","));
    }
    return starts;
  }

  private double signedNumber() {
    boolean negative = accept("-");
    Token token = take();
    if (!isNumber(token) || !Double.isFinite(number(token))) {
      throw problem("Expected a finite number, found %s.".formatted(token.shown()), token);
    }
    return negative ? -number(token) : number(token);
  }

  private static boolean isNumber(Token token) {
    return token.kind() == Kind.NUMBER
        || token.kind() == Kind.NAME && NUMBERS.containsKey(token.text());
  }

  private static double number(Token token) {
    return token.kind() == Kind.NUMBER
        ? Double.parseDouble(token.text())
        : NUMBERS.get(token.text());
  }

  /** A tree and how deep it is. */
  private record Branch(Expression expression, int depth) {}

  private Branch join(Token at, String operator, Branch... branches) {
    int depth = 0;
    List<Expression> operands = new ArrayList<>();
    for (Branch branch : branches) {
      operands.add(branch.expression());
      depth = Math.max(depth, branch.depth());
    }
    if (depth >= DEEPEST) {
      throw tooDeep(at);
    }
    return new Branch(new Expression.Application(Operators.get(operator), operands), depth + 1);
  }

  private void enter(Token at) {
    nesting++;
    if (nesting > DEEPEST) {
      throw tooDeep(at);
    }
  }

  private ExpressionException tooDeep(Token at) {
    return problem("The formula is more than " + DEEPEST + " levels deep.", at);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  private boolean accept(String symbol) {
    if (peek().is(symbol)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String symbol) {
    if (!accept(symbol)) {
      throw problem("Expected '%s', found %s.".formatted(symbol, peek().shown()), peek());
    }
  }

  private void expectEnd() {
    if (peek().kind() != Kind.END) {
      throw problem("Expected an operator or the end, found %s.".formatted(peek().shown()), peek());
    }
  }

  private ExpressionException problem(String message, Token at) {
    return new ExpressionException(message, text, at.position());
  }
}
