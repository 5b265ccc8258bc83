package org.prairieml.hnn.integration;

import java.util.function.UnaryOperator;
import org.prairieml.api.Configured;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * A law of motion on one state at a time, in float64. Not safe for use by several threads.
 *
 * <p>Data sets are made where there is no engine, hence the reference evaluator.
 */
public final class Law {

  private static final String STATE = "state";
  private static final String RATES = "rates";
  private static final String ENERGY = "energy";

  private final ReferenceEvaluator evaluator;
  private final double[] state;

  private Law(Program program) {
    this.evaluator = new ReferenceEvaluator(program);
    this.state = evaluator.placeholder(STATE);
  }

  /** Returns a system's law, with its energy if it has one. */
  public static Law of(Configured<DynamicalSystem> system) {
    DynamicalSystem service = system.service();
    Program.Builder builder = Program.builder(system.name());
    Tensor x = state(builder, service.coordinates(system.options()).size());
    builder.output(RATES, service.timeDerivative(x, system.options()));
    service.energy(x, system.options()).ifPresent(energy -> builder.output(ENERGY, energy));
    return new Law(builder.build());
  }

  /**
   * Returns a field as a law.
   *
   * @param dimension the number of coordinates of a state
   * @param field gives the rates {@code [1, dimension]} of states of the same shape
   */
  public static Law of(int dimension, UnaryOperator<Tensor> field) {
    Program.Builder builder = Program.builder("law of motion");
    builder.output(RATES, field.apply(state(builder, dimension)));
    return new Law(builder.build());
  }

  private static Tensor state(Program.Builder builder, int dimension) {
    return builder.input(STATE, Shape.of(1, dimension));
  }

  /** Returns the number of coordinates of a state. */
  public int dimension() {
    return state.length;
  }

  /** Returns a state's rates of change, a fresh array. */
  public double[] rates(double[] x) {
    run(x);
    return evaluator.output(RATES).clone();
  }

  /** Returns whether the system has an energy. */
  public boolean hasEnergy() {
    return evaluator.program().outputs().containsKey(ENERGY);
  }

  /** Returns a state's energy. */
  public double energy(double[] x) {
    run(x);
    return evaluator.output(ENERGY)[0];
  }

  private void run(double[] x) {
    System.arraycopy(x, 0, state, 0, state.length);
    evaluator.run();
  }
}
