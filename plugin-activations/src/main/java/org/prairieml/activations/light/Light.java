package org.prairieml.activations.light;

import java.util.List;
import java.util.Optional;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.RealRange;
import org.prairieml.graph.Tensor;

/**
 * Logistic growth with harvesting: the population l(t) that grows at rate r from {@code N_T} at
 * time T and is harvested at rate E from then on.
 *
 * <p>{@code l(t) = eps e_q((ln_q N_T + 1[t >= T] E / r) e^(-r (t - T)))} with the generalized pair
 * {@code ln_q(x) = (1 - x^-q) / q}, {@code e_q(u) = (1 - q u)^(-1/q)}, which are log and exp for q
 * = 0 (Kulikovskikh, Legović 2021, Equation 1; only with this pair is it the sigmoid at q = 1). It
 * is Verhulst's law for q = 1 and Gompertz's for q = 0.
 *
 * <p>Its logarithm is computed, {@code -softplus(...) / q} before T and {@code -log1p(...) / q}
 * from T on, of an argument clamped to the side, so that no power overflows and no branch that is
 * not chosen spoils a gradient.
 *
 * @param r the growth rate, above 0
 * @param harvest E, the harvesting rate, at least 0
 * @param q the shape, at least 0
 * @param size N_T, the size at T, between 0 and 1
 * @param time T, when harvesting begins
 * @param epsilon the factor eps, which acts on both sides of T; empty for the value from {@code
 *     l(T) = N_T}, which acts from T on
 */
record Light(
    double r, double harvest, double q, double size, double time, Optional<Double> epsilon) {

  /** In Gompertz's law, where e^-e^s is 0 for every start size above 1e-40. */
  private static final double FAR_BEFORE = -100;

  private static final Option<Double> R =
      Option.real("r", RealRange.POSITIVE, 1, "The growth rate.");
  private static final Option<Double> HARVEST =
      Option.real("E", RealRange.NOT_NEGATIVE, 0, "The harvesting rate.");
  private static final Option<Double> Q =
      Option.real("q", RealRange.NOT_NEGATIVE, 1, "The shape: 1 is Verhulst's law, 0 Gompertz's.");
  private static final Option<Double> SIZE =
      Option.real("N_T", new RealRange(0, 1, true), 0.5, "The size at T.");
  private static final Option<Double> TIME =
      Option.real("T", RealRange.ANY, 0, "When harvesting begins.");
  private static final Option<Reading> READING =
      Option.choice(
          "reading",
          Reading.CONTINUOUS,
          "continuous: eps follows from l(T) = N_T and acts from T on; printed: eps is given.");
  private static final Option<Double> EPSILON =
      Option.real("epsilon", RealRange.POSITIVE, 1, "The factor eps of the printed reading.");

  static final List<Option<?>> OPTIONS = List.of(R, HARVEST, Q, SIZE, TIME, READING, EPSILON);

  /** What the paper's epsilon is. */
  enum Reading {
    CONTINUOUS,
    PRINTED
  }

  /**
   * Reads the function from values for {@link #OPTIONS}.
   *
   * @throws PrairieException bad input, if the harvest leaves nothing: 1 &gt; q (E / r) N_T^q fails
   */
  static Light of(Options options) {
    Optional<Double> epsilon =
        options.get(READING) == Reading.PRINTED
            ? Optional.of(options.get(EPSILON))
            : Optional.empty();
    Light light =
        new Light(
            options.get(R),
            options.get(HARVEST),
            options.get(Q),
            options.get(SIZE),
            options.get(TIME),
            epsilon);
    if (light.harvested() >= 1) {
      throw PrairieException.badInput(
          ("Light with r = %s, E = %s, q = %s, N_T = %s: the harvest leaves nothing; it needs"
                  + " q (E / r) N_T^q below 1, found %s.")
              .formatted(light.r, light.harvest, light.q, light.size, light.harvested()));
    }
    return light;
  }

  private double harvested() {
    return q * harvest / r * Math.pow(size, q);
  }

  /** Returns the factor from T on: the limit at infinity. */
  double limit() {
    return epsilon.orElseGet(
        () -> q == 0 ? Math.exp(-harvest / r) : Math.exp(Math.log1p(-harvested()) / q));
  }

  /** Returns l(t). */
  Tensor apply(Tensor t) {
    return log(t).exp();
  }

  /** Returns log l(t), exact where l itself is too small for its format. */
  Tensor log(Tensor t) {
    Tensor s = t.sub(time).mul(r);
    Tensor after = after(s.max(Tensor.of(0))).add(Math.log(limit()));
    Tensor before = before(s.min(Tensor.of(0))).add(Math.log(epsilon.orElse(1.0)));
    return Tensor.of(time).lessOrEqual(t).select(after, before);
  }

  /** Returns log e_q(ln_q(N_T) e^-s) for s up to 0, where e^-s may overflow. */
  private Tensor before(Tensor s) {
    return q == 0
        ? s.max(Tensor.of(FAR_BEFORE)).neg().exp().mul(Math.log(size))
        : s.rsub(Math.log(growth())).softplus().mul(-1 / q);
  }

  /** Returns log e_q((ln_q(N_T) + E / r) e^-s) for s from 0 on, where e^-s is at most 1. */
  private Tensor after(Tensor s) {
    Tensor decay = s.neg().exp();
    return q == 0
        ? decay.mul(Math.log(size) + harvest / r)
        : decay.mul(growth() - q * harvest / r).log1p().mul(-1 / q);
  }

  /** Returns -q ln_q(N_T) = N_T^-q - 1, also for small q. */
  private double growth() {
    return Math.expm1(-q * Math.log(size));
  }
}
