package org.prairieml.host.activation;

import java.util.List;
import org.prairieml.api.Services;
import org.prairieml.api.network.Behavior;
import org.prairieml.api.network.Behaviors;
import org.prairieml.graph.Binary;

/**
 * All functions {@code binary(unary(x), unary(x))} of some operators (a core unit in CAFE's terms;
 * Act-Bench is those of PANGAEA's 27 unary and 7 binary operators).
 *
 * <p>Every unary function is evaluated once, and every binary operator on pairs of these values.
 *
 * @param unary functions of one number
 * @param binary operators of two numbers
 */
public record CoreUnits(List<SampledFunction> unary, List<Binary> binary) {

  /** Copies the lists. */
  public CoreUnits {
    unary = List.copyOf(unary);
    binary = List.copyOf(binary);
  }

  /** Returns the number of functions. */
  public int count() {
    return binary.size() * unary.size() * unary.size();
  }

  /** Returns the formulas of those functions that differ in behavior. */
  public Behaviors<String> distinct(Services services) {
    double[] inputs = Behavior.inputs();
    List<double[]> values =
        unary.stream().map(function -> function.values(0, inputs).getFirst()).toList();
    List<String> formulas =
        unary.stream().map(function -> FunctionFormula.of(function, services)).toList();
    Behaviors<String> behaviors = new Behaviors<>();
    for (Binary operator : binary) {
      for (int i = 0; i < values.size(); i++) {
        for (int j = 0; j < values.size(); j++) {
          behaviors.add(
              "%s(%s, %s)".formatted(operator.label(), formulas.get(i), formulas.get(j)),
              Behavior.ofValues(combined(operator, values.get(i), values.get(j))));
        }
      }
    }
    return behaviors;
  }

  private static double[] combined(Binary operator, double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = operator.apply(a[i], b[i]);
    }
    return result;
  }
}
