package org.prairieml.activations.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A function of one number as a graph, with its parameters as placeholders.
 *
 * @param x the variable, of shape {@code [1]}
 * @param y the value, of shape {@code [1]}
 * @param parameters the parameters by name
 */
record FunctionGraph(Tensor x, Tensor y, Map<String, ParameterSpec> parameters) {

  /** Returns the graph of an activation on a single neuron. */
  static FunctionGraph of(Configured<Activation> function) {
    Tensor x = placeholder("x", Shape.of(1));
    Map<String, ParameterSpec> specs = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    ParameterScope scope =
        ParameterScope.of(spec -> {
          specs.put(spec.name(), spec);
          return tensors.computeIfAbsent(
              spec.name(), name -> placeholder("parameter " + name, spec.shape()));
        });
    Tensor y = function.service().apply(x, function.options(), scope);
    return new FunctionGraph(x, y, specs);
  }

  private static Tensor placeholder(String name, Shape shape) {
    return Tensor.apply(new Placeholder(Placeholder.Role.INPUT, name, shape));
  }

  /** Returns the derivative's graph. */
  FunctionGraph derivative() {
    return new FunctionGraph(x, Gradients.of(y.sum(0), x), parameters);
  }

  /**
   * Returns the formula in primitive operators; it shares nodes as the graph does.
   *
   * @throws GraphException if the function is not elementwise
   */
  Formula formula() {
    Expression expression = GraphReader.read(y, FunctionGraph::formulaName);
    Map<String, Double> starts = new LinkedHashMap<>();
    parameters.values().forEach(spec -> addStarts(spec, starts));
    return Formula.of(expression, starts);
  }

  private static void addStarts(ParameterSpec spec, Map<String, Double> starts) {
    String name = formulaName(spec.name());
    int size = spec.shape().size();
    for (int i = 0; i < size; i++) {
      starts.put(size == 1 ? name : name + "_" + i, start(spec, i));
    }
  }

  private static double start(ParameterSpec spec, int index) {
    return switch (spec.initial()) {
      case Distribution.Constant constant -> constant.value();
      case Distribution.Given given -> given.values().values()[index];
      case Distribution.Uniform uniform -> (uniform.low() + uniform.high()) / 2;
      case Distribution.Normal normal -> normal.mean();
    };
  }

  private static String formulaName(String parameter) {
    String name = parameter.replaceFirst("^parameter ", "").replaceAll("[^A-Za-z0-9_]", "_");
    return ExpressionParser.isFree(name) ? name : name + "_";
  }
}
