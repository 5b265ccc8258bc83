package org.prairieml.activations.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** The methods that exported Java code brings along, so that it needs no library. */
final class JavaMethods {

  /** By name; one may use those that come after it. */
  static final Map<String, String> ALL = methods();

  private JavaMethods() {}

  private static Map<String, String> methods() {
    Map<String, String> methods = new LinkedHashMap<>();
    methods.put(
        "divNoNan",
        """
          private static double divNoNan(double a, double b) {
            return b == 0 ? 0 : a / b;
          }
        """);
    methods.put(
        "arcsinh",
        """
          private static double arcsinh(double x) {
            double a = Math.abs(x);
            double value =
                a > 0x1p28
                    ? Math.log(a) + Math.log(2)
                    : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
            return Math.copySign(value, x);
          }
        """);
    methods.put(
        "sigmoid",
        """
          private static double sigmoid(double x) {
            double e = Math.exp(-Math.abs(x));
            return x >= 0 ? 1 / (1 + e) : e / (1 + e);
          }
        """);
    methods.put(
        "softplus",
        """
          private static double softplus(double x) {
            return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
          }
        """);
    methods.put(
        "besselE",
        """
          /** e^-|x| I_n(x), by its series or, far out, its asymptotic series. */
          private static double besselE(int n, double x) {
            double a = Math.abs(x);
            double sign = x < 0 && n % 2 == 1 ? -1 : 1;
            double term = 1;
            double sum = 1;
            if (a > Math.max(30, n * n)) {
              for (int k = 1; Math.abs(term) > 1e-17 && k < 2 * a; k++) {
                double odd = 2 * k - 1;
                term *= -(4.0 * n * n - odd * odd) / (k * 8 * a);
                sum += term;
              }
              return sign * sum / Math.sqrt(2 * Math.PI * a);
            }
            for (int k = 1; k <= n; k++) {
              term *= a / 2 / k;
            }
            sum = term;
            for (int k = 1; term > sum * 1e-17; k++) {
              term *= a * a / 4 / k / (k + n);
              sum += term;
            }
            return Double.isNaN(x) ? x : sign * sum * Math.exp(-a);
          }
        """);
    methods.put(
        "erf",
        """
          private static double erf(double x) {
            return Math.abs(x) < 2 ? erfSeries(x) : Math.copySign(1 - erfTail(Math.abs(x)), x);
          }
        """);
    methods.put(
        "erfc",
        """
          private static double erfc(double x) {
            if (Math.abs(x) < 2) {
              return 1 - erfSeries(x);
            }
            return x < 0 ? 2 - erfTail(-x) : erfTail(x);
          }
        """);
    methods.put(
        "erfSeries",
        """
          /** Abramowitz and Stegun 7.1.6: all terms have one sign. */
          private static double erfSeries(double x) {
            double term = x;
            double sum = x;
            for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
              term *= 2 * x * x / (2 * n + 1);
              sum += term;
            }
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
          }
        """);
    methods.put(
        "erfTail",
        """
          /** Abramowitz and Stegun 7.1.14, from the far end of the fraction. */
          private static double erfTail(double x) {
            if (Double.isNaN(x) || x > 28) {
              return Double.isNaN(x) ? x : 0;
            }
            double fraction = x;
            for (int k = 100; k > 0; k--) {
              fraction = x + k / 2.0 / fraction;
            }
            return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
          }
        """);
    return methods;
  }
}
