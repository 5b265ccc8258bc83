package org.prairieml.activations.operator;

import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/** Functions composed of primitives with care for overflow and cancellation. */
final class Compositions {

  /** SELU's constants to float64's full precision (Klambauer et al. 2017, appendix A1). */
  static final double SELU_SCALE = 1.0507009873554804934193349852946;

  static final double SELU_ALPHA = 1.6732632423543772848170429916717;

  /** Below it sinc is its series, of which so many terms are exact to the last bit. */
  private static final double SINC_SERIES = 1;

  private static final int SINC_TERMS = 10;

  private Compositions() {}

  /** Returns x from 0 on, else {@code alpha (e^x - 1)}; the exponential sees no positive number. */
  static Tensor elu(Tensor x, double alpha) {
    Tensor negative = belowZero(x).expm1();
    return notNegative(x).select(x, alpha == 1 ? negative : negative.mul(alpha));
  }

  static Tensor selu(Tensor x, double scale, double alpha) {
    return elu(x, alpha).mul(scale);
  }

  static Tensor elish(Tensor x) {
    return elu(x, 1).mul(x.sigmoid());
  }

  /** Returns elish with the hard sigmoid {@code max(0, min(1, (x + 1) / 2))} as its gate. */
  static Tensor hardElish(Tensor x) {
    return elu(x, 1).mul(between(x.add(1).div(2), 0, 1));
  }

  static Tensor leaky(Tensor x, double slope) {
    return notNegative(x).select(x, x.mul(slope));
  }

  /** Returns x times the normal distribution function, by erfc so that the left tail is exact. */
  static Tensor gelu(Tensor x) {
    return x.mul(x.mul(-Math.sqrt(0.5)).erfc()).mul(0.5);
  }

  static Tensor geluByTanh(Tensor x) {
    Tensor inner = x.add(x.square().mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
    return x.mul(inner.tanh().add(1)).mul(0.5);
  }

  /**
   * Returns sin(x) / x, near 0 by its series: the derivatives of the quotient cancel there, and at
   * 0 itself it is no number.
   */
  static Tensor sinc(Tensor x) {
    Tensor near = x.abs().less(Tensor.of(SINC_SERIES));
    Tensor far = near.select(SINC_SERIES, x);
    return near.select(sincSeries(near.select(x, 0).square()), far.sin().div(far));
  }

  private static Tensor sincSeries(Tensor square) {
    Tensor sum = Tensor.of(1);
    for (int k = SINC_TERMS; k > 0; k--) {
      sum = sum.mul(square).mul(-1.0 / (2 * k * (2 * k + 1))).add(1);
    }
    return sum;
  }

  static Tensor arctanh(Tensor x) {
    return x.log1p().sub(x.neg().log1p()).mul(0.5);
  }

  static Tensor between(Tensor x, double low, double high) {
    return x.min(Tensor.of(high)).max(Tensor.of(low));
  }

  static Tensor minZero(Tensor x) {
    return x.min(Tensor.of(0));
  }

  static Tensor logSigmoid(Tensor x) {
    return Formulas.logSigmoid(x);
  }

  private static Tensor belowZero(Tensor x) {
    return x.min(Tensor.of(0));
  }

  private static Tensor notNegative(Tensor x) {
    return Tensor.of(0).lessOrEqual(x);
  }
}
