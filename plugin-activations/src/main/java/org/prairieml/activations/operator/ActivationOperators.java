package org.prairieml.activations.operator;

import static org.prairieml.activations.operator.Facts.Monotonicity.INCREASING;
import static org.prairieml.activations.operator.Facts.Parity.NONE;
import static org.prairieml.activations.operator.Facts.Parity.ODD;
import static org.prairieml.activations.operator.Interval.REALS;
import static org.prairieml.activations.operator.Operator.unary;

import java.util.List;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/** Published activation functions without parameters, usable inside of expressions. */
final class ActivationOperators {

  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double SATURATED_SELU = -Compositions.SELU_SCALE * Compositions.SELU_ALPHA;
  private static final Facts.Monotonicity NO = Facts.Monotonicity.NONE;
  private static final String PANGAEA = "pangaea";
  private static final String BASELINE = "baseline";

  static final List<Operator> ALL =
      List.of(
          unary("relu", "max(0, x); derivative 0 at 0", Formulas::relu)
              .alias("max_zero")
              .tex("\\max\\left(0, #1\\right)")
              .facts(REALS, Interval.from(0), NONE, INCREASING, 0, 0, INF)
              .after(
                  "Nair, Hinton: Rectified linear units improve restricted Boltzmann machines"
                      + " (2010)")
              .in(PANGAEA, "cafe", BASELINE),
          unary("min_zero", "min(x, 0)", Compositions::minZero)
              .tex("\\min\\left(#1, 0\\right)")
              .facts(REALS, Interval.upTo(0), NONE, INCREASING, -INF, 0, 0)
              .in("cafe"),
          unary("relu6", "min(max(0, x), 6)", x -> Compositions.between(x, 0, 6))
              .facts(REALS, Interval.closed(0, 6), NONE, INCREASING, 0, 0, 6)
              .after("Krizhevsky: Convolutional deep belief networks on CIFAR-10 (2010)"),
          unary("leaky_relu", "x from 0 on, else 0.01 x", x -> Compositions.leaky(x, 0.01))
              .facts(REALS, REALS, NONE, INCREASING, -INF, 0, INF)
              .after(
                  "Maas, Hannun, Ng: Rectifier nonlinearities improve neural network acoustic"
                      + " models (2013)")
              .in(BASELINE),
          unary("elu", "x from 0 on, else e^x - 1", x -> Compositions.elu(x, 1))
              .facts(REALS, Interval.above(-1), NONE, INCREASING, -1, 0, INF)
              .after(
                  "Clevert, Unterthiner, Hochreiter: Fast and accurate deep network learning by"
                      + " exponential linear units (2016)")
              .in(PANGAEA, BASELINE),
          unary(
                  "selu",
                  "1.0507... times (x from 0 on, else 1.6733... (e^x - 1))",
                  x -> Compositions.selu(x, Compositions.SELU_SCALE, Compositions.SELU_ALPHA))
              .alias("selu_full")
              .facts(
                  REALS, Interval.above(SATURATED_SELU), NONE, INCREASING, SATURATED_SELU, 0, INF)
              .after("Klambauer, Unterthiner, Mayr, Hochreiter: Self-normalizing networks (2017)")
              .in(PANGAEA, BASELINE),
          unary(
                  "selu_short",
                  "selu with the constants 1.05070098 and 1.67326324 of the AQuaSurF papers",
                  x -> Compositions.selu(x, 1.05070098, 1.67326324))
              .facts(
                  REALS,
                  Interval.above(-1.05070098 * 1.67326324),
                  NONE,
                  INCREASING,
                  -1.05070098 * 1.67326324,
                  0,
                  INF),
          unary("gelu_erf", "x times the normal distribution function", Compositions::gelu)
              .alias("gelu")
              .facts(REALS, Interval.from(-0.16997120747990369), NONE, NO, NAN, 0, INF)
              .after("Hendrycks, Gimpel: Gaussian error linear units (2016)"),
          unary(
                  "gelu_tanh",
                  "0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))",
                  Compositions::geluByTanh)
              .facts(REALS, Interval.from(-0.17004075057125408), NONE, NO, NAN, 0, INF)
              .after("Hendrycks, Gimpel: Gaussian error linear units (2016)")
              .in(BASELINE),
          unary("swish", "x sigmoid(x)", x -> x.mul(x.sigmoid()))
              .alias("silu")
              .tex("@1\\,\\sigma\\left(#*\\right)")
              .facts(REALS, Interval.from(-0.27846454276107380), NONE, NO, NAN, 0, INF)
              .after("Ramachandran, Zoph, Le: Searching for activation functions (2017)")
              .in(PANGAEA, BASELINE),
          unary("mish", "x tanh(softplus(x))", x -> x.mul(x.softplus().tanh()))
              .facts(REALS, Interval.from(-0.30884341719190785), NONE, NO, NAN, 0, INF)
              .after("Misra: Mish (2020)")
              .in(BASELINE),
          unary("elish", "elu(x) sigmoid(x)", Compositions::elish)
              .facts(REALS, Interval.from(-0.17157287525380990), NONE, NO, -0.0, 0, INF)
              .after("Basirat, Roth: The quest for the golden activation function (2018)")
              .in(BASELINE),
          unary("hard_elish", "elu(x) max(0, min(1, (x + 1) / 2))", Compositions::hardElish)
              .facts(REALS, Interval.from(-0.09967315152874262), NONE, NO, -0.0, 0, INF)
              .after("Basirat, Roth: The quest for the golden activation function (2018)"),
          unary("sigmoid", "1 / (1 + e^-x)", Tensor::sigmoid)
              .alias("logistic")
              .tex("\\sigma\\left(#*\\right)")
              .facts(REALS, Interval.open(0, 1), NONE, INCREASING, 0, 0.5, 1)
              .in(PANGAEA, "cafe", BASELINE),
          unary("log_sigmoid", "log(1 / (1 + e^-x))", Compositions::logSigmoid)
              .alias("logsigmoid")
              .tex("\\log\\sigma\\left(#*\\right)")
              .facts(
                  REALS,
                  Interval.open(Double.NEGATIVE_INFINITY, 0),
                  NONE,
                  INCREASING,
                  -INF,
                  -Math.log(2),
                  0)
              .in(PANGAEA),
          unary(
                  "hard_sigmoid",
                  "max(0, min(1, 0.2 x + 0.5))",
                  x -> Compositions.between(x.add(2.5).mul(0.2), 0, 1))
              .facts(REALS, Interval.closed(0, 1), NONE, INCREASING, 0, 0.5, 1)
              .in(PANGAEA, BASELINE),
          unary(
                  "hard_swish",
                  "x min(max(0, x + 3), 6) / 6",
                  x -> x.mul(Compositions.between(x.add(3), 0, 6)).div(6))
              .facts(REALS, Interval.from(-0.375), NONE, NO, NAN, 0, INF)
              .after("Howard et al.: Searching for MobileNetV3 (2019)"),
          unary("hard_tanh", "max(-1, min(1, x))", x -> Compositions.between(x, -1, 1))
              .facts(REALS, Interval.closed(-1, 1), ODD, INCREASING, -1, 0, 1),
          unary("softplus", "log(1 + e^x)", Tensor::softplus)
              .tex("\\log\\left(1 + e^{#1}\\right)")
              .facts(REALS, Interval.above(0), NONE, INCREASING, 0, Math.log(2), INF)
              .in(PANGAEA, "cafe", BASELINE),
          unary("softsign", "x / (1 + |x|)", x -> x.div(x.abs().add(1)))
              .facts(REALS, Interval.open(-1, 1), ODD, INCREASING, NAN, 0, NAN)
              .in(PANGAEA, BASELINE),
          unary("tanh_shrink", "x - tanh(x)", Compositions::tanhShrink)
              .alias("tanhshrink")
              .facts(REALS, REALS, ODD, INCREASING, -INF, 0, INF),
          unary("bent_identity", "(sqrt(x^2 + 1) - 1) / 2 + x", Compositions::bentIdentity)
              .facts(REALS, REALS, NONE, INCREASING, -INF, 0, INF));

  private ActivationOperators() {}
}
