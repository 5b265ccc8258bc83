package org.prairieml.activations.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationWriter;

/**
 * A function and its code in some framework.
 *
 * @param function the function
 * @param order the order of its derivative
 * @param code the code, which calls it {@code f}
 */
record Exported(Configured<Activation> function, int order, String code) {

  /** Without overflow and far from poles, so that one tolerance is right for all. */
  static final double[] POINTS = {
    -30, -7.7, -3.2, -2.49, -1.3, -0.9, -0.31, -1e-6, 1e-9, 0.2, 0.75, 1.4, 2.51, 4.9, 6.1, 18
  };

  /** What a derivative or a rational function may lose to another library's last digits. */
  static final double TOLERANCE = 1e-11;

  private static final Set<String> WITHOUT_FORMULA =
      Set.of("ldnn", "interpolated", "piecewise-linear", "cubic-spline", "expression");

  private static final List<String> FORMULAS =
      List.of(
          "x * sigmoid(beta * x) with beta = 1.5",
          "max(relu(x), cosh(elu(x)), lambda + t1) with lambda = -0.25, t1 = 0.5",
          "div_no_nan(x - floor(x), relu(x)) + pow(abs(x) + 0.5, x / 7)",
          "where((x < 0) == 0, erf(x), -erfc(x)) * (x >= 0) - 1e-20",
          "x^2 - 2 * x * (3 - (x - 1)) / (1 + x^2)");

  static Stream<Exported> all(String framework, int highestOrder) {
    Stream<Configured<Activation>> named =
        TestServices.INSTANCE.all(Activation.class).stream()
            .filter(activation -> !WITHOUT_FORMULA.contains(activation.name()))
            .map(activation -> named(activation.name()));
    return Stream.concat(named, FORMULAS.stream().map(Exported::named))
        .flatMap(function ->
            Stream.iterate(0, order -> order <= highestOrder, order -> order + 1)
                .map(order -> of(framework, function, order)));
  }

  /** Returns those that the framework has the operators for, and how many it lacks them for. */
  static List<Exported> expressible(String framework, int highestOrder, int lacking) {
    List<Exported> all = new ArrayList<>();
    int lacks = 0;
    for (Exported exported : all("infix", highestOrder).toList()) {
      try {
        all.add(of(framework, exported.function, exported.order));
      } catch (PrairieException lacksOperator) {
        assertThat(lacksOperator).hasMessageContaining("has no operator 'bessel_");
        lacks++;
      }
    }
    assertThat(lacks).isEqualTo(lacking);
    return all;
  }

  static Exported of(String framework, Configured<Activation> function, int order) {
    ActivationWriter writer = TestServices.INSTANCE.find(ActivationWriter.class, framework);
    return new Exported(function, order, writer.write(function, order, "f"));
  }

  static Configured<Activation> named(String text) {
    return OptionTypes.service(Activation.class)
        .read(Map.of("name", text), OptionReader.of("test", TestServices.INSTANCE));
  }

  double[] expected() {
    FunctionValues values = FunctionValues.of(function, POINTS);
    return order == 0 ? values.f() : values.df();
  }

  @Override
  public String toString() {
    return function + (order == 0 ? "" : "'");
  }
}
