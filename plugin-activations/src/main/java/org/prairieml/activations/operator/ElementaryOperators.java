package org.prairieml.activations.operator;

import static org.prairieml.activations.operator.Facts.Monotonicity.CONSTANT;
import static org.prairieml.activations.operator.Facts.Monotonicity.DECREASING;
import static org.prairieml.activations.operator.Facts.Monotonicity.INCREASING;
import static org.prairieml.activations.operator.Facts.Parity.EVEN;
import static org.prairieml.activations.operator.Facts.Parity.NONE;
import static org.prairieml.activations.operator.Facts.Parity.ODD;
import static org.prairieml.activations.operator.Interval.REALS;
import static org.prairieml.activations.operator.Operator.unary;

import java.util.List;
import org.prairieml.graph.Tensor;

/** Elementary functions of one variable, which the papers' tables and everything else use. */
final class ElementaryOperators {

  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final Facts.Monotonicity NO = Facts.Monotonicity.NONE;
  private static final String PANGAEA = "pangaea";
  private static final String CAFE = "cafe";

  static final List<Operator> ALL =
      List.of(
          unary("zero", "0", x -> Tensor.filled(x.shape(), 0))
              .tex("0")
              .facts(REALS, Interval.closed(0, 0), EVEN, CONSTANT, 0, 0, 0)
              .in(PANGAEA, CAFE),
          unary("one", "1", x -> Tensor.filled(x.shape(), 1))
              .tex("1")
              .facts(REALS, Interval.closed(1, 1), EVEN, CONSTANT, 1, 1, 1)
              .in(PANGAEA, CAFE),
          unary("identity", "x", x -> x)
              .alias("linear")
              .tex("#1")
              .facts(REALS, REALS, ODD, INCREASING, -INF, 0, INF)
              .in(PANGAEA, CAFE),
          unary("negative", "-x", Tensor::neg)
              .alias("neg")
              .facts(REALS, REALS, ODD, DECREASING, INF, 0, -INF)
              .in(PANGAEA, CAFE),
          unary("abs", "|x|", Tensor::abs)
              .tex("\\left|#1\\right|")
              .facts(REALS, Interval.from(0), EVEN, NO, INF, 0, INF)
              .in(PANGAEA, CAFE),
          unary("sign", "-1, 0 or 1; derivative 0", Tensor::sign)
              .facts(REALS, Interval.closed(-1, 1), ODD, INCREASING, -1, 0, 1),
          unary("floor", "the largest whole number that is not above x", Tensor::floor)
              .tex("\\left\\lfloor #1 \\right\\rfloor")
              .facts(REALS, REALS, NONE, INCREASING, -INF, 0, INF),
          unary("reciprocal", "1 / x; 1/0 = inf, 1/-0 = -inf", Tensor::reciprocal)
              .alias("inv", "inverse")
              .tex("\\frac{1}{#1}")
              .facts(REALS, REALS, ODD, NO, 0, INF, 0)
              .in(PANGAEA),
          unary("square", "x^2", Tensor::square)
              .tex("@1^{2}")
              .facts(REALS, Interval.from(0), EVEN, NO, INF, 0, INF)
              .in(PANGAEA, CAFE),
          unary("cube", "x^3", x -> x.square().mul(x))
              .tex("@1^{3}")
              .facts(REALS, REALS, ODD, INCREASING, -INF, 0, INF)
              .in(CAFE),
          unary("sqrt", "the square root; derivative 0 at 0", Tensor::sqrt)
              .tex("\\sqrt{#1}")
              .facts(Interval.from(0), Interval.from(0), NONE, INCREASING, NAN, 0, INF)
              .in(CAFE),
          unary("exp", "e^x", Tensor::exp)
              .tex("e^{#1}")
              .facts(REALS, Interval.above(0), NONE, INCREASING, 0, 1, INF)
              .in(PANGAEA, CAFE),
          unary("expm1", "e^x - 1", Tensor::expm1)
              .tex("\\left(e^{#1} - 1\\right)")
              .facts(REALS, Interval.above(-1), NONE, INCREASING, -1, 0, INF)
              .in(PANGAEA),
          unary("log", "the natural logarithm", Tensor::log)
              .alias("ln")
              .tex("\\log\\left(#*\\right)")
              .facts(Interval.above(0), REALS, NONE, INCREASING, NAN, -INF, INF),
          unary("log1p", "log(1 + x)", Tensor::log1p)
              .tex("\\log\\left(1 + #1\\right)")
              .facts(Interval.above(-1), REALS, NONE, INCREASING, NAN, 0, INF),
          unary("log_abs_eps", "log(|x + 1e-7|)", x -> Compositions.logAbs(x, 1e-7))
              .tex("\\log\\left|#1 + 10^{-7}\\right|")
              .facts(REALS, REALS, NONE, NO, INF, Math.log(1e-7), INF)
              .in(CAFE),
          unary("sin", "sin(x)", Tensor::sin)
              .alias("sine")
              .tex("\\sin\\left(#*\\right)")
              .facts(REALS, Interval.closed(-1, 1), ODD, NO, NAN, 0, NAN)
              .after("Parascandolo, Huttunen, Virtanen: Taming the waves (2017)")
              .in(CAFE, "periodic"),
          unary("cos", "cos(x)", Tensor::cos)
              .alias("cosine")
              .tex("\\cos\\left(#*\\right)")
              .facts(REALS, Interval.closed(-1, 1), EVEN, NO, NAN, 1, NAN)
              .in(CAFE, "periodic"),
          unary("tan", "tan(x)", Tensor::tan)
              .tex("\\tan\\left(#*\\right)")
              .facts(REALS, REALS, ODD, NO, NAN, 0, NAN),
          unary("sinc", "sin(x) / x, 1 at 0", Compositions::sinc)
              .facts(REALS, Interval.closed(-0.21723362821122166, 1), EVEN, NO, NAN, 1, NAN)
              .in(CAFE),
          unary("sinh", "sinh(x)", Tensor::sinh)
              .tex("\\sinh\\left(#*\\right)")
              .facts(REALS, REALS, ODD, INCREASING, -INF, 0, INF)
              .in(PANGAEA, CAFE),
          unary("cosh", "cosh(x)", Tensor::cosh)
              .tex("\\cosh\\left(#*\\right)")
              .facts(REALS, Interval.from(1), EVEN, NO, INF, 1, INF)
              .in(PANGAEA, CAFE),
          unary("tanh", "tanh(x)", Tensor::tanh)
              .tex("\\tanh\\left(#*\\right)")
              .facts(REALS, Interval.open(-1, 1), ODD, INCREASING, -1, 0, 1)
              .in(PANGAEA, CAFE, "baseline"),
          unary("arcsinh", "the inverse of sinh", Tensor::asinh)
              .alias("asinh")
              .facts(REALS, REALS, ODD, INCREASING, -INF, 0, INF)
              .in(PANGAEA, CAFE),
          unary("arctan", "the inverse of tan, in radians", Tensor::atan)
              .alias("atan")
              .tex("\\arctan\\left(#*\\right)")
              .facts(
                  REALS,
                  Interval.open(-Math.PI / 2, Math.PI / 2),
                  ODD,
                  INCREASING,
                  -Math.PI / 2,
                  0,
                  Math.PI / 2)
              .in(PANGAEA),
          unary("arctanh", "the inverse of tanh", Compositions::arctanh)
              .alias("atanh")
              .facts(Interval.open(-1, 1), REALS, ODD, INCREASING, NAN, 0, NAN)
              .in(CAFE),
          unary("erf", "2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x", Tensor::erf)
              .facts(REALS, Interval.open(-1, 1), ODD, INCREASING, -1, 0, 1)
              .in(PANGAEA, CAFE),
          unary("erfc", "1 - erf(x)", Tensor::erfc)
              .facts(REALS, Interval.open(0, 2), NONE, DECREASING, 2, 1, 0)
              .in(PANGAEA),
          unary("gaussian", "e^(-x^2)", Tensor::gaussian)
              .tex("e^{-@1^{2}}")
              .facts(REALS, new Interval(0, false, 1, true), EVEN, NO, 0, 1, 0)
              .in(CAFE),
          unary("bessel_i0e", "e^-|x| I_0(x)", x -> x.scaledBessel(0))
              .alias("i0e")
              .tex("e^{-\\left|#1\\right|} I_{0}\\left(#*\\right)")
              .facts(REALS, new Interval(0, false, 1, true), EVEN, NO, 0, 1, 0)
              .in(PANGAEA),
          unary("bessel_i1e", "e^-|x| I_1(x)", x -> x.scaledBessel(1))
              .alias("i1e")
              .tex("e^{-\\left|#1\\right|} I_{1}\\left(#*\\right)")
              .facts(
                  REALS,
                  Interval.closed(-0.21909197495053098, 0.21909197495053098),
                  ODD,
                  NO,
                  0,
                  0,
                  0)
              .in(PANGAEA));

  private ElementaryOperators() {}
}
