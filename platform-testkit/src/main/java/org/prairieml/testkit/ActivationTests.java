package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prairieml.testkit.GradientCheck.checkGradients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Tests of an activation: its derivatives, its shape, its parameters, and far from zero. */
public abstract class ActivationTests extends ServiceTests<Activation> {

  private static final double[] FAR = {-1e4, -1e3, -100, -30, 30, 100, 1e3, 1e4};

  /** Creates the tests. */
  protected ActivationTests() {}

  /**
   * Returns points at which the function is smooth; a subclass names others if it has kinks there.
   */
  protected double[] points() {
    return new double[] {-3.1, -1.7, -0.6, -0.15, 0.2, 0.7, 1.6, 2.9};
  }

  /** Returns how often to differentiate: 2 unless a subclass says other. */
  protected int order() {
    return 2;
  }

  /**
   * Returns points far from zero, which values and gradients must survive as finite numbers. Inputs
   * of that size come up when a training step was too large.
   */
  protected double[] farPoints() {
    return FAR.clone();
  }

  @Test
  void gradientsAreThoseOfTheFunction() {
    Shape shape = Shape.of(1, points().length);
    Map<String, NdArray> parameters = startValues(shape);
    List<NdArray> arguments = new ArrayList<>(List.of(new NdArray(shape, points())));
    arguments.addAll(parameters.values());
    List<String> names = List.copyOf(parameters.keySet());
    checkGradients(
        tensors ->
            apply(
                tensors.getFirst(),
                ParameterScope.of(spec -> tensors.get(1 + names.indexOf(spec.name())))),
        arguments,
        order());
  }

  @Test
  void resultHasTheShapeOfThePreactivation() {
    for (Shape shape : List.of(Shape.of(3), Shape.of(5, 3), Shape.of(2, 4, 3))) {
      assertThat(apply(Program.builder("shape").input("x", shape), constants(shape)).shape())
          .isEqualTo(shape);
    }
  }

  @Test
  void valuesAndGradientsFarFromZeroAreNumbers() {
    Shape shape = Shape.of(1, farPoints().length);
    Program.Builder builder = Program.builder("far");
    Tensor x = builder.input("x", shape);
    Tensor y = apply(x, constants(shape));
    Program program = builder.output("y", y).output("dy", Gradients.of(y.sumAll(), x)).build();
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program).set("x", farPoints()).run();
    for (String output : List.of("y", "dy")) {
      assertThat(DoubleStream.of(evaluator.output(output)))
          .as("%s at %s", output, Arrays.toString(farPoints()))
          .allMatch(Double::isFinite);
    }
  }

  @Test
  void parametersHaveNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    Shape shape = Shape.of(1, 3);
    apply(
        Program.builder("names").input("x", shape),
        ParameterScope.of(spec -> {
          assertThat(names.add(spec.name())).as("first use of '%s'", spec.name()).isTrue();
          return Tensor.of(start(spec));
        }));
  }

  private Tensor apply(Tensor x, ParameterScope parameters) {
    return service().apply(x, options(), parameters);
  }

  private ParameterScope constants(Shape shape) {
    Map<String, NdArray> values = startValues(shape);
    return ParameterScope.of(spec -> Tensor.of(values.get(spec.name())));
  }

  private Map<String, NdArray> startValues(Shape shape) {
    Map<String, NdArray> values = new LinkedHashMap<>();
    apply(
        Program.builder("parameters").input("x", shape),
        ParameterScope.of(
            spec -> Tensor.of(values.computeIfAbsent(spec.name(), _ -> start(spec)))));
    return values;
  }

  private static NdArray start(ParameterSpec spec) {
    return spec.initial().sample(spec.shape(), RandomStreams.of(1).stream("init/" + spec.name()));
  }
}
