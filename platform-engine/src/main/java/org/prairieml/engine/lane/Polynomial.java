package org.prairieml.engine.lane;

/**
 * A polynomial with coefficients of its own for either format, lowest power first.
 *
 * <p>All are minimax approximations of the relative error, found by the Remez exchange in 60
 * digits; then the coefficients were rounded to the format one by one, from the lowest power up,
 * the others being fitted again after each (as a linear program). The doctrine is that of J.-M.
 * Muller, Elementary Functions, 3rd edition, chapter 3. {@code src/main/fit/fit.py} does it.
 *
 * @param float32 the coefficients for float32
 * @param float64 the coefficients for float64; null if there the function is not approximated
 */
record Polynomial(float[] float32, double[] float64) {

  /** Returns the value at x by Horner's rule: fewest instructions. */
  Lane at(LaneCode code, Lane x) {
    boolean single = code.format() == NumberFormat.FLOAT32;
    int last = (single ? float32.length : float64.length) - 1;
    Lane sum = code.constant(single ? float32[last] : float64[last]);
    for (int i = last - 1; i >= 0; i--) {
      sum = code.fma(sum, x, code.constant(single ? float32[i] : float64[i]));
    }
    return sum;
  }

  /** Returns 1 + x times the value. */
  Lane onePlusTimes(LaneCode code, Lane x) {
    return code.fma(at(code, x), x, code.constant(1));
  }
}
