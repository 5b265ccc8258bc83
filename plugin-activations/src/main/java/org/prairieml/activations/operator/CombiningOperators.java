package org.prairieml.activations.operator;

import static org.prairieml.activations.operator.Facts.Parity.EVEN;
import static org.prairieml.activations.operator.Facts.Parity.ODD;
import static org.prairieml.activations.operator.Interval.REALS;
import static org.prairieml.activations.operator.Operator.binary;
import static org.prairieml.activations.operator.Operator.fold;
import static org.prairieml.activations.operator.Operator.of;

import java.util.List;
import org.prairieml.graph.Tensor;

/**
 * Operators of several operands. All are defined for all numbers unless their formula says so.
 *
 * <p>Their facts are about all operands at once: parity is what becomes of f when all change their
 * signs (of a product, for two), monotonicity is that in each of them, and the three values are
 * those where all are negative infinity, 0, infinity.
 */
final class CombiningOperators {

  /** CAFE's epsilon, which the dissertation does not fix. */
  private static final double EPSILON = 1e-7;

  private static final String PANGAEA = "pangaea";
  private static final String CAFE = "cafe";
  private static final String N_ARY = "n-ary";

  private static final Interval TRUTH = Interval.closed(0, 1);
  private static final double LOW = Double.NEGATIVE_INFINITY;
  private static final double HIGH = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  static final List<Operator> ALL =
      List.of(
          binary("add", "a + b", Tensor::add)
              .in(PANGAEA, CAFE)
              .facts(REALS, REALS, ODD, Facts.Monotonicity.INCREASING, LOW, 0, HIGH),
          binary("sub", "a - b", Tensor::sub)
              .alias("subtract")
              .in(PANGAEA, CAFE)
              .facts(REALS, REALS, ODD, Facts.Monotonicity.NONE, NAN, 0, NAN),
          binary("mul", "a * b", Tensor::mul)
              .alias("multiply")
              .in(PANGAEA, CAFE)
              .facts(REALS, REALS, EVEN, Facts.Monotonicity.NONE, HIGH, 0, HIGH),
          binary("div", "a / b by IEEE 754: 1/0 = inf, 0/0 = NaN", Tensor::div)
              .alias("divide", "truediv")
              .tex("\\frac{#1}{#2}")
              .facts(REALS, REALS, EVEN, Facts.Monotonicity.NONE, NAN, NAN, NAN),
          binary("div_no_nan", "a / b, and 0 where b is 0 (TensorFlow's)", Tensor::divNoNan)
              .alias("divide_no_nan", "safe_div")
              .in(PANGAEA)
              .facts(REALS, REALS, EVEN, Facts.Monotonicity.NONE, NAN, 0, NAN),
          binary("div_eps", "a / (b + 1e-7)", (a, b) -> a.div(b.add(EPSILON)))
              .tex("\\frac{#1}{#2 + 10^{-7}}")
              .in(CAFE)
              .facts(REALS, REALS, Facts.Parity.NONE, Facts.Monotonicity.NONE, NAN, 0, NAN),
          binary(
                  "pow",
                  "a to the power b by IEEE 754: NaN for a below 0 and b not whole, 0^0 = 1",
                  Tensor::pow)
              .alias("power")
              .tex("@1^{#2}")
              .in(PANGAEA)
              .facts(REALS, REALS, Facts.Parity.NONE, Facts.Monotonicity.NONE, 0, 1, HIGH),
          fold("max", 2, "the largest; NaN if any is; ties go to the first", Tensor::max)
              .alias("maximum", "max_n")
              .tex("\\max\\left(#*\\right)")
              .in(PANGAEA, CAFE, N_ARY)
              .facts(REALS, REALS, Facts.Parity.NONE, Facts.Monotonicity.INCREASING, LOW, 0, HIGH),
          fold("min", 2, "the smallest; NaN if any is; ties go to the first", Tensor::min)
              .alias("minimum", "min_n")
              .tex("\\min\\left(#*\\right)")
              .in(PANGAEA, CAFE, N_ARY)
              .facts(REALS, REALS, Facts.Parity.NONE, Facts.Monotonicity.INCREASING, LOW, 0, HIGH),
          fold("sum", 1, "the sum, from the left", Tensor::add)
              .alias("sum_n")
              .in(N_ARY)
              .facts(REALS, REALS, ODD, Facts.Monotonicity.INCREASING, LOW, 0, HIGH),
          fold("product", 1, "the product, from the left", Tensor::mul)
              .alias("prod", "prod_n")
              .in(N_ARY)
              .facts(REALS, REALS, EVEN, Facts.Monotonicity.NONE, HIGH, 0, HIGH),
          binary("less", "1 where a < b, else 0; derivative 0", Tensor::less)
              .facts(REALS, TRUTH, Facts.Parity.NONE, Facts.Monotonicity.NONE, 0, 0, 0),
          binary("less_equal", "1 where a <= b, else 0; derivative 0", Tensor::lessOrEqual)
              .facts(REALS, TRUTH, Facts.Parity.NONE, Facts.Monotonicity.NONE, 1, 1, 1),
          binary("equal", "1 where a = b, else 0; derivative 0", Tensor::equalTo)
              .facts(REALS, TRUTH, EVEN, Facts.Monotonicity.NONE, 1, 1, 1),
          of("where", 3, 3, "b where a is not 0, else c", o -> o.get(0).select(o.get(1), o.get(2)))
              .alias("select")
              .tex("\\begin{cases} #2 & #1 \\\\ #3 & \\text{otherwise} \\end{cases}")
              .facts(REALS, REALS, ODD, Facts.Monotonicity.NONE, LOW, 0, HIGH));

  private CombiningOperators() {}
}
