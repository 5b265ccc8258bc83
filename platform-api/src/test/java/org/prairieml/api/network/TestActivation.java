package org.prairieml.api.network;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Activation functions whose effect is easy to see. */
sealed interface TestActivation extends Activation {

  Option<Double> BY = Option.real("by", RealRange.ANY, 1, "How far.");

  static Configured<Activation> shift(double by) {
    return Configured.<Activation>of(new Shift()).with(BY, by);
  }

  static Configured<Activation> slope() {
    return Configured.of(new Slope());
  }

  @Override
  default String summary() {
    return "An activation function for tests.";
  }

  /** Adds a number that is an option. */
  record Shift() implements TestActivation {

    @Override
    public String name() {
      return "shift";
    }

    @Override
    public List<Option<?>> options() {
      return List.of(BY);
    }

    @Override
    public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
      return preactivation.add(options.get(BY));
    }
  }

  /** Multiplies by a number that is a parameter. */
  record Slope() implements TestActivation {

    @Override
    public String name() {
      return "slope";
    }

    @Override
    public Tensor apply(Tensor preactivation, Options options, ParameterScope parameters) {
      Distribution quarter = new Distribution.Constant(0.25);
      return preactivation.mul(
          parameters.parameter("slope", Shape.SCALAR, ParameterSpec.Role.ACTIVATION, quarter));
    }
  }
}
