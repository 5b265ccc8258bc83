package org.prairieml.activations.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** Python with NumPy, PyTorch, Keras or JAX. */
final class PythonDialects {

  private static final String ASSIGNMENT = "%s = %s";

  static final Dialect NUMPY =
      new Dialect(
          "numpy",
          with(
              arrays("np"),
              "max",
              "np.maximum(%1, %2)",
              "min",
              "np.minimum(%1, %2)",
              "pow",
              "np.power(%1, %2)",
              "where",
              "np.where(%1, %2, %3)",
              "div_no_nan",
              "np.where(@2 == 0, 0.0, $1 / np.where(@2 == 0, 1.0, @2))",
              "sigmoid",
              "special.expit(%1)",
              "softplus",
              "np.logaddexp(0.0, %1)",
              "erf",
              "special.erf(%1)",
              "erfc",
              "special.erfc(%1)",
              "bessel_i0e",
              "special.i0e(%1)",
              "bessel_i1e",
              "special.i1e(%1)"),
          value -> number(value, "np.inf", "np.nan"),
          value -> number(value, "np.inf", "np.nan"),
          ASSIGNMENT,
          "np.where(%1, 1.0, 0.0)",
          "special.ive(#, %1)");

  static final Dialect PYTORCH =
      new Dialect(
          "pytorch",
          with(
              arrays("torch"),
              "max",
              "torch.maximum(&1, &2)",
              "min",
              "torch.minimum(&1, &2)",
              "pow",
              "torch.pow(&1, &2)",
              "where",
              "torch.where(%1, &2, &3)",
              "div_no_nan",
              "torch.where(@2 == 0, x.new_tensor(0.0), $1 / torch.where(@2 == 0,"
                  + " x.new_tensor(1.0), @2))",
              "sigmoid",
              "torch.sigmoid(%1)",
              // nn.functional.softplus is x itself above its threshold.
              "softplus",
              "torch.logaddexp(%1, x.new_tensor(0.0))",
              "erf",
              "torch.erf(%1)",
              "erfc",
              "torch.erfc(%1)",
              "bessel_i0e",
              "torch.special.i0e(%1)",
              "bessel_i1e",
              "torch.special.i1e(%1)"),
          value -> number(value, "float('inf')", "float('nan')"),
          value -> "x.new_tensor(" + number(value, "float('inf')", "float('nan')") + ")",
          ASSIGNMENT,
          "(%1).to(x.dtype)",
          "");

  static final Dialect KERAS =
      new Dialect(
          "keras",
          with(
              arrays("ops"),
              "max",
              "ops.maximum(%1, %2)",
              "min",
              "ops.minimum(%1, %2)",
              "pow",
              "ops.power(%1, %2)",
              "where",
              "ops.where(%1, %2, %3)",
              "div_no_nan",
              "ops.divide_no_nan(%1, %2)",
              "sigmoid",
              "ops.sigmoid(%1)",
              "softplus",
              "ops.logaddexp(%1, 0.0)",
              "erf",
              "ops.erf(%1)",
              "erfc",
              "1.0 - ops.erf(%1)"),
          value -> number(value, "float('inf')", "float('nan')"),
          value -> number(value, "float('inf')", "float('nan')"),
          ASSIGNMENT,
          "ops.cast(%1, x.dtype)",
          "");

  static final Dialect JAX =
      new Dialect(
          "jax",
          with(
              arrays("jnp"),
              "max",
              "jnp.maximum(%1, %2)",
              "min",
              "jnp.minimum(%1, %2)",
              "pow",
              "jnp.power(%1, %2)",
              "where",
              "jnp.where(%1, %2, %3)",
              "div_no_nan",
              "jnp.where(@2 == 0, 0.0, $1 / jnp.where(@2 == 0, 1.0, @2))",
              "sigmoid",
              "jax.nn.sigmoid(%1)",
              "softplus",
              "jnp.logaddexp(%1, 0.0)",
              "erf",
              "special.erf(%1)",
              "erfc",
              "special.erfc(%1)",
              "bessel_i0e",
              "special.i0e(%1)",
              "bessel_i1e",
              "special.i1e(%1)"),
          value -> number(value, "jnp.inf", "jnp.nan"),
          value -> number(value, "jnp.inf", "jnp.nan"),
          ASSIGNMENT,
          "jnp.where(%1, 1.0, 0.0)",
          "");

  private PythonDialects() {}

  /** Returns what all of them write alike, and call alike but for the module. */
  private static Map<String, String> arrays(String module) {
    Map<String, String> templates =
        with(
            new LinkedHashMap<>(),
            "add",
            "$1 + $2",
            "sub",
            "$1 - $2",
            "mul",
            "$1 * $2",
            "div",
            "$1 / $2",
            "negative",
            "-$1",
            "reciprocal",
            "1.0 / $1",
            "less",
            "$1 < $2",
            "less_equal",
            "$1 <= $2",
            "equal",
            "$1 == $2");
    for (String name :
        "abs sign floor square sqrt exp expm1 log log1p sin cos tan sinh cosh tanh arcsinh arctan"
            .split(" ")) {
      templates.put(name, module + "." + name + "(%1)");
    }
    templates.put("gaussian", module + ".exp(-" + module + ".square(%1))");
    return templates;
  }

  private static Map<String, String> with(Map<String, String> templates, String... more) {
    for (int i = 0; i < more.length; i += 2) {
      templates.put(more[i], more[i + 1]);
    }
    return templates;
  }

  private static String number(double value, String infinity, String nan) {
    if (Double.isNaN(value)) {
      return nan;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? infinity : "(-" + infinity + ")";
    }
    String text = Double.toString(value).replace("E", "e");
    return text.startsWith("-") ? "(" + text + ")" : text;
  }
}
