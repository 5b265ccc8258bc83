package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RelativeError;
import tools.jackson.databind.JsonNode;

/** Values and derivatives against functions computed with 50 digits. */
class ActivationOracleTests {

  private static final double[] TOLERANCES = {1e-14, 1e-13, 1e-11};
  private static final double ULPS = 4;

  /**
   * An operator.
   *
   * @param name its name in the file
   * @param primitive whether one primitive computes it, which then defines the values at infinity
   * @param smallestArgument the derivatives are not compared nearer to 0
   */
  record Row(
      String name, boolean primitive, double smallestArgument, UnaryOperator<Tensor> function) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Row primitive(String name, UnaryOperator<Tensor> function) {
    return new Row(name, true, 0, function);
  }

  private static Row composed(String name, UnaryOperator<Tensor> function) {
    return new Row(name, false, 0, function);
  }

  static Stream<Row> operators() {
    return Stream.of(
        primitive("zero", x -> Tensor.filled(x.shape(), 0)),
        primitive("one", x -> Tensor.filled(x.shape(), 1)),
        primitive("identity", x -> x),
        primitive("negative", Tensor::neg),
        primitive("abs", Tensor::abs),
        primitive("reciprocal", Tensor::reciprocal),
        primitive("square", Tensor::square),
        primitive("exp", Tensor::exp),
        primitive("erf", Tensor::erf),
        primitive("erfc", Tensor::erfc),
        primitive("sinh", Tensor::sinh),
        primitive("cosh", Tensor::cosh),
        primitive("tanh", Tensor::tanh),
        primitive("expm1", Tensor::expm1),
        primitive("sigmoid", Tensor::sigmoid),
        primitive("log_sigmoid", Formulas::logSigmoid),
        primitive("arcsinh", Tensor::asinh),
        primitive("arctan", Tensor::atan),
        primitive("bessel_i0e", x -> x.scaledBessel(0)),
        primitive("bessel_i1e", x -> x.scaledBessel(1)),
        primitive("relu", Formulas::relu),
        composed("elu", ActivationOracleTests::elu),
        composed("selu", x -> selu(x, 1.05070098, 1.67326324)),
        composed("swish", x -> x.mul(x.sigmoid())),
        primitive("softplus", Tensor::softplus),
        composed("softsign", x -> x.div(x.abs().add(1))),
        composed("hard_sigmoid", x -> x.mul(0.2).add(0.5).min(Tensor.of(1)).max(Tensor.of(0))),
        composed("elish", x -> elu(x).mul(x.sigmoid())),
        composed("gelu_tanh", ActivationOracleTests::geluByTanh),
        composed("gelu_erf", x -> x.mul(x.mul(Math.sqrt(0.5)).neg().erfc()).mul(0.5)),
        composed("leaky_relu", x -> x.max(x.mul(0.01))),
        composed("selu_full", x -> selu(x, 1.0507009873554804935, 1.6732632423543772848)),
        composed("mish", x -> x.mul(x.softplus().tanh())),
        composed("cube", x -> x.square().mul(x)),
        primitive("sqrt", Tensor::sqrt),
        composed("gaussian", x -> x.square().neg().exp()),
        composed("log_abs_eps", x -> x.add(1e-7).abs().log()),
        primitive("sin", Tensor::sin),
        primitive("cos", Tensor::cos),
        composed("arctanh", x -> x.log1p().sub(x.neg().log1p()).mul(0.5)),
        primitive("min_zero", x -> x.min(Tensor.of(0))),
        // The derivative of sin(x) / x cancels near 0; whoever needs it there composes a series.
        new Row("sinc", false, 0.1, ActivationOracleTests::sinc),
        composed("prelu", x -> x.max(x.mul(0.25))),
        composed("pswish", x -> x.mul(x.mul(1.5).sigmoid())));
  }

  /** The exponential of the smaller of x and 0: a branch not chosen must not overflow. */
  private static Tensor elu(Tensor x) {
    Tensor zero = Tensor.of(0);
    return zero.lessOrEqual(x).select(x, x.min(zero).expm1());
  }

  private static Tensor selu(Tensor x, double scale, double alpha) {
    Tensor zero = Tensor.of(0);
    return zero.lessOrEqual(x).select(x, x.min(zero).expm1().mul(alpha)).mul(scale);
  }

  private static Tensor geluByTanh(Tensor x) {
    Tensor inner = x.add(x.square().mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
    return x.mul(inner.tanh().add(1)).mul(0.5);
  }

  private static Tensor sinc(Tensor x) {
    Tensor atZero = x.equalTo(Tensor.of(0));
    return atZero.select(1, x.sin().div(atZero.select(1, x)));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void equalsTheOracleInValueAndTwoDerivatives(Row row) {
    JsonNode file = Oracles.read("activations.json");
    double[] points = Oracles.doubles(file.get("x"));
    JsonNode entry = find(file, row.name);
    List<double[]> actual = valueAndDerivatives(row.function, points);

    for (int order = 0; order <= 2; order++) {
      String key = List.of("f", "df", "d2f").get(order);
      Double[] expected = Oracles.nullableDoubles(entry.get(key));
      for (int i = 0; i < points.length; i++) {
        if (expected[i] != null && isCompared(row, order, points[i])) {
          assertClose(key + "(" + points[i] + ")", order, actual.get(order)[i], expected[i]);
        }
      }
    }
  }

  private static boolean isCompared(Row row, int order, double x) {
    return order == 0
        ? row.primitive || Double.isFinite(x)
        : Double.isFinite(x) && Math.abs(x) >= row.smallestArgument;
  }

  private static JsonNode find(JsonNode file, String name) {
    return Stream.of("unary", "baselines", "cafe", "parametric")
        .flatMap(group -> file.get(group).valueStream())
        .filter(entry -> entry.get("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<double[]> valueAndDerivatives(UnaryOperator<Tensor> f, double[] points) {
    Tensor x = Tensor.of(NdArray.vector(points));
    Tensor y = f.apply(x);
    Tensor slope = Gradients.of(y.sumAll(), x);
    return Evaluation.allValues(List.of(y, slope, Gradients.of(slope.sumAll(), x)));
  }

  private static void assertClose(String what, int order, double actual, double expected) {
    boolean close =
        RelativeError.of(actual, expected) <= TOLERANCES[order]
            || Math.abs(actual - expected) <= ULPS * Math.ulp(expected);
    assertThat(close).as("%s: expected %s, found %s", what, expected, actual).isTrue();
  }
}
