package org.prairieml.activations.learnable;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Tensor;

/**
 * Padé activation unit: a quotient of polynomials with learned coefficients.
 *
 * <p>{@code sum_(j=0..m) a_j x^j / Q(x)}, with {@code Q = 1 + |sum_(k=1..n) b_k x^k|} in the safe
 * form, which has no poles, and {@code Q = 1 + sum_(k=1..n) b_k x^k} in the plain form. The start
 * values are those of the authors' package for the leaky ReLU of slope 0.01 (m = 5, n = 4). At the
 * infinities it is {@code inf / inf}, not a number.
 */
public final class PauActivation implements Activation {

  private static final List<Double> LEAKY_NUMERATOR =
      List.of(
          0.03355815733452378,
          0.5050059186781659,
          1.6534697310952233,
          2.0100501552600014,
          0.9319195586484518,
          0.15242646398275836);
  private static final List<Double> LEAKY_DENOMINATOR =
      List.of(
          4.812831860534153e-05, 3.9802479055059194, 1.5837587665720168e-05, 0.30183382839661377);

  private static final Option<List<Double>> NUMERATOR =
      coefficients("numerator", LEAKY_NUMERATOR, "Start values of a_0, a_1, ..., a_m.");
  private static final Option<List<Double>> DENOMINATOR =
      coefficients("denominator", LEAKY_DENOMINATOR, "Start values of b_1, ..., b_n.");
  private static final Option<Form> FORM =
      Option.choice("form", Form.SAFE, "Whether the denominator is kept from 0.");
  private static final Option<Scope> SCOPE = Scope.option(Scope.LAYER);

  /** What the denominator is. */
  enum Form {
    SAFE,
    PLAIN
  }

  /** Creates the service. */
  public PauActivation() {}

  private static Option<List<Double>> coefficients(String name, List<Double> start, String help) {
    return Option.of(name, OptionTypes.list(OptionTypes.real(RealRange.ANY)), start, help);
  }

  @Override
  public String name() {
    return "pau";
  }

  @Override
  public String summary() {
    return "A quotient of polynomials, learned from the leaky ReLU on";
  }

  @Override
  public String source() {
    return "Molina, Schramowski, Kersting: Padé activation units: End-to-end learning of flexible"
        + " activation functions in deep networks (2020)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(NUMERATOR, DENOMINATOR, FORM, SCOPE);
  }

  @Override
  public List<String> tags() {
    return List.of("learnable");
  }

  @Override
  public Tensor apply(Tensor x, Options options, ParameterScope parameters) {
    Tensor numerator = polynomial("numerator", options.get(NUMERATOR), x, options, parameters);
    Tensor sum = polynomial("denominator", options.get(DENOMINATOR), x, options, parameters).mul(x);
    Tensor denominator = options.get(FORM) == Form.SAFE ? sum.abs() : sum;
    return numerator.div(denominator.add(1));
  }

  /** Returns c_0 + c_1 x + ... by Horner's rule. */
  private static Tensor polynomial(
      String name, List<Double> start, Tensor x, Options options, ParameterScope parameters) {
    int count = start.size();
    Tensor coefficients = options.get(SCOPE).vector(parameters, name, x, count, start::get);
    Tensor sum = coefficient(coefficients, count - 1);
    for (int i = count - 2; i >= 0; i--) {
      sum = sum.mul(x).add(coefficient(coefficients, i));
    }
    return sum;
  }

  private static Tensor coefficient(Tensor coefficients, int index) {
    int last = coefficients.shape().rank() - 1;
    Tensor slice = coefficients.slice(-1, index, index + 1);
    return last == 0 ? slice : slice.reshape(coefficients.shape().remove(last));
  }
}
