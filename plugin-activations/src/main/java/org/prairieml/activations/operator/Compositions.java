package org.prairieml.activations.operator;

import java.util.stream.IntStream;
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

  /** Below it x - tanh(x) is a series, all of whose terms have one sign. */
  private static final double SHRINK_SERIES = 1.5;

  private static final int SHRINK_TERMS = 12;

  /** Above it sqrt(x^2 + 1) is |x| in float64, too. */
  private static final double LARGE = 1e16;

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

  /** By (1 + tanh(u)) / 2 = sigmoid(2u), which does not cancel in the left tail. */
  static Tensor geluByTanh(Tensor x) {
    double linear = 2 * Math.sqrt(2 / Math.PI);
    return x.mul(x.square().mul(linear * 0.044715).add(linear).mul(x).sigmoid());
  }

  /** Returns log|x + epsilon|, near 1 and -1, where it has its roots, by log1p. */
  static Tensor logAbs(Tensor x, double epsilon) {
    Tensor side = notNegative(x).mul(2).sub(1);
    Tensor size = x.mul(side);
    Tensor near = size.sub(1).abs().less(Tensor.of(0.5));
    Tensor rest = shifted(near.select(size.sub(1), 0), side, epsilon);
    Tensor far = shifted(near.select(2, size), side, epsilon);
    return near.select(rest.log1p(), far.abs().log());
  }

  /** Adds the number in two parts, so that float32, too, has all its digits. */
  private static Tensor shifted(Tensor x, Tensor side, double epsilon) {
    double high = (float) epsilon;
    return x.add(side.mul(high)).add(side.mul(epsilon - high));
  }

  /** Returns x - tanh(x), near 0 as {@code (x cosh(x) - sinh(x)) / cosh(x)} by a series. */
  static Tensor tanhShrink(Tensor x) {
    Tensor near = x.abs().less(Tensor.of(SHRINK_SERIES));
    Tensor small = near.select(x, 0);
    Tensor square = small.square();
    Tensor sum = Tensor.of(0);
    double factorial =
        IntStream.rangeClosed(2, 2 * SHRINK_TERMS + 1).asDoubleStream().reduce(1, (a, b) -> a * b);
    for (int k = SHRINK_TERMS; k > 0; k--) {
      sum = sum.mul(square).add(2 * k / factorial);
      factorial /= 2 * k * (2 * k + 1);
    }
    return near.select(small.mul(square).mul(sum).div(small.cosh()), x.sub(x.tanh()));
  }

  /**
   * Returns {@code (sqrt(x^2 + 1) - 1) / 2 + x} as {@code x (1 + r / 2)} for {@code r = x / (1 +
   * sqrt(x^2 + 1))}, which is the sign of x before the square overflows.
   */
  static Tensor bentIdentity(Tensor x) {
    Tensor far = Tensor.of(LARGE).less(x.abs());
    Tensor near = far.select(0, x);
    Tensor ratio = near.div(near.square().add(1).sqrt().add(1));
    return x.mul(far.select(x.sign(), ratio).mul(0.5).add(1));
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
