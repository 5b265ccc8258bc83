package org.prairieml.activations.ldnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.prairieml.activations.ldnn.MetaLearning.RINGS;
import static org.prairieml.activations.ldnn.MetaLearning.network;
import static org.prairieml.activations.ldnn.MetaLearning.train;
import static org.prairieml.activations.ldnn.MetaLearning.trainer;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.activations.FunctionValues;
import org.prairieml.activations.TestServices;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

class CaptureTests {

  @Test
  void capturedFunctionIsTheSubnetworkAtItsLastParameters() {
    TrainingResult result = train(Map.of("outer-steps", 3, "inner-steps", 2, "batch-size", 30), 3);
    LearnedActivation second = result.activations().get(1);
    assertThat(second.layer()).isEqualTo("activation1");
    assertThat(second.label()).isEqualTo("kind2");
    assertThat(second.grid().size()).isEqualTo(100);

    double[] grid = second.grid().values();
    double[] expected = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      expected[i] = Math.sin(grid[i]) + subnetwork(result.parameters(), "kind2", grid[i]);
    }
    assertThat(FunctionValues.of(second.function(), grid).f())
        .containsExactly(expected, within(1e-12));
    assertThat(second.function().service().label(second.function().options()))
        .hasValue("activation1.kind2");
  }

  /**
   * With 100 points on [-10, 10] a segment h is 0.2 long: h²/8 max|f''| for straight segments, and
   * (5/384) h⁴ max|f''''| for the spline away from its ends, where the sine's curvature is not 0.
   */
  @Test
  void capturedFunctionsAreAsCloseAsTheirInterpolationAllows() {
    Map<String, Object> options =
        Map.of(
            "outer-steps",
            1,
            "inner-steps",
            1,
            "batch-size",
            30,
            "capture",
            Map.of("between", "cubic-spline", "outside", "linear"));
    TrainingResult result = train(options, 3);
    double linear = result.metrics().get("capture_error_linear");
    double spline = result.metrics().get("capture_error_cubic_spline");
    assertThat(linear).isBetween(1e-3, 0.01);
    assertThat(spline).isBetween(1e-7, 0.3 * linear);
    assertThat(result.metrics().get("capture_error_polynomial")).isBetween(1e-7, 1.0);
    assertThat(result.activations().getFirst().function().toPlain().toString())
        .contains("between=cubic-spline", "outside=linear");
  }

  /** V tanh(u a + c) + d, written out. */
  private static double subnetwork(Map<String, NdArray> parameters, String kind, double a) {
    String prefix = "activation1." + kind + ".";
    double[] u = parameters.get(prefix + "inner.weight").values();
    double[] c = parameters.get(prefix + "inner.bias").values();
    double[] v = parameters.get(prefix + "outer.weight").values();
    double sum = parameters.get(prefix + "outer.bias").values()[0];
    for (int i = 0; i < u.length; i++) {
      sum += v[i] * Math.tanh(u[i] * a + c[i]);
    }
    return sum;
  }

  /** A layer that is of use only after functions with a second derivative. */
  private static final class Curvature implements Layer {

    @Override
    public String name() {
      return "curvature";
    }

    @Override
    public String summary() {
      return "The second derivative of the sum with respect to the second input.";
    }

    @Override
    public List<Option<?>> options() {
      return List.of();
    }

    @Override
    public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
      Tensor x = inputs.get(1);
      Tensor second = Gradients.of(Gradients.of(inputs.get(0).sumAll(), x).sumAll(), x);
      if (second.operands().stream().allMatch(o -> o.primitive() instanceof Constant)) {
        throw new GraphException("there is no curvature");
      }
      return second;
    }
  }

  private static Network curvature() {
    Configured<Activation> learned =
        TestServices.configured(Activation.class, "ldnn", Map.of("width", 6));
    return Network.of(
        Shape.of(2),
        List.of(
            new Network.Node("neurons", ActivationLayer.of(learned), List.of("input")),
            new Network.Node(
                "curvature",
                new Configured<>(new Curvature(), Options.defaults(List.of())),
                List.of("neurons", "input"))));
  }

  @Test
  void refusesBeforeItLearnsACaptureThatTheNetworkCannotUse() {
    checkCapture(curvature(), Map.of("between", "cubic-spline"));
    assertThatThrownBy(() -> checkCapture(curvature(), Map.of("between", "linear")))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("'between: linear'")
        .hasMessageContaining("there is no curvature");
    assertThatThrownBy(() -> checkCapture(network(), Map.of("lower", 5, "upper", -5)))
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining("lower below upper");
  }

  private static void checkCapture(Network network, Map<String, Object> capture) {
    Configured<Trainer> trainer = trainer(Map.of("batch-size", 10, "capture", capture));
    trainer
        .service()
        .check(TrainingTask.of(network, RINGS, trainer.options()), TestServices.INSTANCE);
  }
}
