package org.prairieml.activations.catalog;

import java.util.List;
import org.prairieml.activations.expression.Formula;
import org.prairieml.activations.learnable.Scope;
import org.prairieml.api.RealRange;

/** Published formulas with constants, a row each. */
final class FormulaCatalog {

  static final List<FormulaActivation> ALL =
      List.of(
          fixed(
              "leaky-relu",
              "x from 0 on, else slope x",
              "Maas, Hannun, Ng: Rectifier nonlinearities improve neural network acoustic models"
                  + " (2013)",
              "where(0 <= x, x, slope * x) with slope = 0.01",
              RealRange.ANY),
          fixed(
              "celu",
              "x from 0 on, else alpha (e^(x / alpha) - 1)",
              "Barron: Continuously differentiable exponential linear units (2017)",
              "where(0 <= x, x, alpha * expm1(min(x, 0) / alpha))",
              RealRange.POSITIVE),
          fixed(
              "thresholded-relu",
              "x above theta, else 0",
              "Konda, Memisevic, Krueger: Zero-bias autoencoders and the benefits of co-adapting"
                  + " features (2015)",
              "where(theta < x, x, 0)",
              RealRange.NOT_NEGATIVE),
          fixed(
              "hard-shrink",
              "x where |x| > lambda, else 0",
              "",
              "where(lambda < abs(x), x, 0) with lambda = 0.5",
              RealRange.NOT_NEGATIVE),
          fixed(
              "soft-shrink",
              "x moved towards 0 by lambda, 0 where |x| <= lambda",
              "",
              "max(0, x - lambda) - max(0, -x - lambda) with lambda = 0.5",
              RealRange.NOT_NEGATIVE),
          fixed(
              "snake",
              "x + sin(a x)^2 / a",
              "Ziyin, Hartwig, Ueda: Neural networks fail to learn periodic functions and how to"
                  + " fix it (2020)",
              "x + square(sin(a * x)) / a",
              RealRange.POSITIVE),
          learned(
              "prelu",
              "x from 0 on, else alpha x",
              "He, Zhang, Ren, Sun: Delving deep into rectifiers (2015)",
              "where(0 <= x, x, alpha * x) with alpha = 0.25",
              Scope.NEURON),
          learned(
              "pswish",
              "x sigmoid(beta x)",
              "Ramachandran, Zoph, Le: Searching for activation functions (2017)",
              "x * sigmoid(beta * x)",
              Scope.CHANNEL),
          learned(
              "pelu",
              "alpha / beta x from 0 on, else alpha (e^(x / beta) - 1)",
              "Trottier, Giguere, Chaib-draa: Parametric exponential linear unit (2017)",
              "where(0 <= x, alpha / beta * x, alpha * expm1(min(x, 0) / beta))",
              Scope.LAYER));

  private FormulaCatalog() {}

  private static FormulaActivation fixed(
      String name, String summary, String source, String formula, RealRange range) {
    return new FormulaActivation(
        name, summary, source, Formula.parse(formula), range, false, Scope.LAYER);
  }

  private static FormulaActivation learned(
      String name, String summary, String source, String formula, Scope scope) {
    return new FormulaActivation(
        name, summary, source, Formula.parse(formula), RealRange.ANY, true, scope);
  }
}
