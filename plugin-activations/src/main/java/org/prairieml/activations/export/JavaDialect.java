package org.prairieml.activations.export;

import java.util.Map;

/** Java, with methods of its own for what {@link Math} lacks. */
final class JavaDialect {

  static final Dialect JAVA =
      new Dialect(
          "java",
          Map.ofEntries(
              Map.entry("add", "$1 + $2"),
              Map.entry("sub", "$1 - $2"),
              Map.entry("mul", "$1 * $2"),
              Map.entry("div", "$1 / $2"),
              Map.entry("div_no_nan", "divNoNan(%1, %2)"),
              Map.entry("pow", "Math.pow(%1, %2)"),
              Map.entry("max", "Math.max(%1, %2)"),
              Map.entry("min", "Math.min(%1, %2)"),
              Map.entry("negative", "-$1"),
              Map.entry("abs", "Math.abs(%1)"),
              Map.entry("sign", "Math.signum(%1)"),
              Map.entry("floor", "Math.floor(%1)"),
              Map.entry("reciprocal", "1.0 / $1"),
              Map.entry("square", "@1 * @1"),
              Map.entry("sqrt", "Math.sqrt(%1)"),
              Map.entry("exp", "Math.exp(%1)"),
              Map.entry("gaussian", "Math.exp(-(@1 * @1))"),
              Map.entry("expm1", "Math.expm1(%1)"),
              Map.entry("log", "Math.log(%1)"),
              Map.entry("log1p", "Math.log1p(%1)"),
              Map.entry("sin", "Math.sin(%1)"),
              Map.entry("cos", "Math.cos(%1)"),
              Map.entry("tan", "Math.tan(%1)"),
              Map.entry("sinh", "Math.sinh(%1)"),
              Map.entry("cosh", "Math.cosh(%1)"),
              Map.entry("tanh", "Math.tanh(%1)"),
              Map.entry("arcsinh", "arcsinh(%1)"),
              Map.entry("arctan", "Math.atan(%1)"),
              Map.entry("sigmoid", "sigmoid(%1)"),
              Map.entry("softplus", "softplus(%1)"),
              Map.entry("erf", "erf(%1)"),
              Map.entry("erfc", "erfc(%1)"),
              Map.entry("less", "$1 < $2"),
              Map.entry("less_equal", "$1 <= $2"),
              Map.entry("equal", "$1 == $2"),
              Map.entry("where", "%1 ? $2 : $3")),
          JavaDialect::number,
          JavaDialect::number,
          "double %s = %s;",
          "(%1 ? 1.0 : 0.0)",
          "besselE(#, %1)");

  private JavaDialect() {}

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return value < 0 || 1 / value < 0 ? "(" + value + ")" : Double.toString(value);
  }
}
