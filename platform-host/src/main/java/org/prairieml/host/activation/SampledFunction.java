package org.prairieml.host.activation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * An activation as a function of one number, with the start values of its parameters, evaluated in
 * float64 by the reference evaluator.
 *
 * @param function the activation
 */
public record SampledFunction(Configured<Activation> function) {

  /** Start values that are drawn are drawn from this seed. */
  private static final RandomStreams STREAMS = RandomStreams.of(0);

  /**
   * Reads a name or an expression.
   *
   * @throws PrairieException bad input, if it is neither
   */
  public static SampledFunction read(String text, Services services) {
    OptionReader reader = OptionReader.of("", services);
    try {
      return new SampledFunction(OptionTypes.service(Activation.class).read(text, reader));
    } catch (PrairieException problem) {
      // On the command line there is one place only, which need not be named.
      throw new PrairieException(
          problem.fault(), problem.getMessage().replaceFirst("^: ", ""), problem);
    }
  }

  /**
   * Returns values and derivatives at points, each on a neuron of its own.
   *
   * @param order the highest order of a derivative
   * @return for each order from 0 on a value per point
   */
  public List<double[]> values(int order, double... points) {
    Program.Builder builder = Program.builder("function");
    Tensor x = builder.input("x", Shape.of(points.length, 1));
    Tensor y = apply(x, new LinkedHashMap<>());
    for (int i = 0; i <= order; i++) {
      builder.output(Integer.toString(i), y);
      if (i < order) {
        y = Gradients.of(y.sum(0, 1), x);
      }
    }
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build()).set("x", points).run();
    List<double[]> values = new ArrayList<>();
    for (int i = 0; i <= order; i++) {
      values.add(evaluator.get(Integer.toString(i)).values());
    }
    return values;
  }

  /** Returns the function of x as a graph; its parameters become constants and are noted. */
  Tensor apply(Tensor x, Map<String, ParameterSpec> parameters) {
    ParameterScope scope =
        ParameterScope.of(spec -> {
          parameters.put(spec.name(), spec);
          return Tensor.of(
              spec.initial().sample(spec.shape(), STREAMS.stream("init/" + spec.name())));
        });
    try {
      return function.service().apply(x, function.options(), scope);
    } catch (GraphException problem) {
      throw PrairieException.badInput(
          "Activation '%s': %s".formatted(function.name(), problem.getMessage()), problem);
    }
  }

  /** Returns the parameters of a layer of one neuron, by name. */
  public Map<String, ParameterSpec> parameters() {
    Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    apply(Tensor.filled(Shape.of(1, 1), 0), parameters);
    return parameters;
  }
}
