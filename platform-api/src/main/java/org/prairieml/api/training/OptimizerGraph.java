package org.prairieml.api.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.prairieml.api.Configured;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * One step of an optimizer on a set of parameters, as graph: what a trainer puts into its program.
 *
 * @param parameters the parameters' next values by name
 * @param slots the next values of the optimizer's memory by {@link Slot#name()}
 */
public record OptimizerGraph(Map<String, Tensor> parameters, Map<String, Tensor> slots) {

  /**
   * A place in an optimizer's memory.
   *
   * @param name unique among all slots: {@code <slot>/<parameter>}
   * @param shape the parameter's shape
   * @param initial the value of every element before the first step
   */
  public record Slot(String name, Shape shape, double initial) {}

  /**
   * Builds the step.
   *
   * @param optimizer the rule
   * @param parameters the present values by name
   * @param gradients the gradients by parameter
   * @param rate the learning rate, a scalar
   * @param count the number of the step, counted from 1, a scalar
   * @param slots gives the tensor of a slot's present value
   */
  public static OptimizerGraph of(
      Configured<Optimizer> optimizer,
      Map<String, Tensor> parameters,
      Map<String, Tensor> gradients,
      Tensor rate,
      Tensor count,
      Function<Slot, Tensor> slots) {
    Map<String, Tensor> next = new LinkedHashMap<>();
    Map<String, Tensor> memory = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      Step step = new Step(name, value.shape(), rate, count, slots, memory);
      next.put(
          name, optimizer.service().next(value, gradients.get(name), optimizer.options(), step));
    });
    return new OptimizerGraph(next, memory);
  }

  /** The step on one parameter. */
  private record Step(
      String parameter,
      Shape shape,
      Tensor rate,
      Tensor count,
      Function<Slot, Tensor> source,
      Map<String, Tensor> memory)
      implements OptimizerStep {

    @Override
    public Tensor slot(String name, double initial) {
      return source.apply(new Slot(key(name), shape, initial));
    }

    @Override
    public void setSlot(String name, Tensor next) {
      memory.put(key(name), next);
    }

    private String key(String name) {
      return name + "/" + parameter;
    }
  }
}
