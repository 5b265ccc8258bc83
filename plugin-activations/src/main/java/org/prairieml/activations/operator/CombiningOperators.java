package org.prairieml.activations.operator;

import static org.prairieml.activations.operator.Operator.binary;
import static org.prairieml.activations.operator.Operator.fold;
import static org.prairieml.activations.operator.Operator.of;

import java.util.List;
import org.prairieml.graph.Tensor;

/** Operators of several operands. All are defined for all numbers unless their formula says so. */
final class CombiningOperators {

  /** CAFE's epsilon, which the dissertation does not fix. */
  private static final double EPSILON = 1e-7;

  private static final String PANGAEA = "pangaea";
  private static final String CAFE = "cafe";
  private static final String N_ARY = "n-ary";

  static final List<Operator> ALL =
      List.of(
          binary("add", "a + b", Tensor::add).in(PANGAEA, CAFE),
          binary("sub", "a - b", Tensor::sub).alias("subtract").in(PANGAEA, CAFE),
          binary("mul", "a * b", Tensor::mul).alias("multiply").in(PANGAEA, CAFE),
          binary("div", "a / b by IEEE 754: 1/0 = inf, 0/0 = NaN", Tensor::div)
              .alias("divide", "truediv")
              .tex("\\frac{#1}{#2}"),
          binary("div_no_nan", "a / b, and 0 where b is 0 (TensorFlow's)", Tensor::divNoNan)
              .alias("divide_no_nan", "safe_div")
              .in(PANGAEA),
          binary("div_eps", "a / (b + 1e-7)", (a, b) -> a.div(b.add(EPSILON)))
              .tex("\\frac{#1}{#2 + 10^{-7}}")
              .in(CAFE),
          binary(
                  "pow",
                  "a to the power b by IEEE 754: NaN for a below 0 and b not whole, 0^0 = 1",
                  Tensor::pow)
              .alias("power")
              .tex("@1^{#2}")
              .in(PANGAEA),
          fold("max", 2, "the largest; NaN if any is; ties go to the first", Tensor::max)
              .alias("maximum", "max_n")
              .tex("\\max\\left(#*\\right)")
              .in(PANGAEA, CAFE, N_ARY),
          fold("min", 2, "the smallest; NaN if any is; ties go to the first", Tensor::min)
              .alias("minimum", "min_n")
              .tex("\\min\\left(#*\\right)")
              .in(PANGAEA, CAFE, N_ARY),
          fold("sum", 1, "the sum, from the left", Tensor::add).alias("sum_n").in(N_ARY),
          fold("product", 1, "the product, from the left", Tensor::mul)
              .alias("prod", "prod_n")
              .in(N_ARY),
          binary("less", "1 where a < b, else 0; derivative 0", Tensor::less),
          binary("less_equal", "1 where a <= b, else 0; derivative 0", Tensor::lessOrEqual),
          binary("equal", "1 where a = b, else 0; derivative 0", Tensor::equalTo),
          of("where", 3, 3, "b where a is not 0, else c", o -> o.get(0).select(o.get(1), o.get(2)))
              .alias("select")
              .tex("\\begin{cases} #2 & #1 \\\\ #3 & \\text{otherwise} \\end{cases}"));

  private CombiningOperators() {}
}
