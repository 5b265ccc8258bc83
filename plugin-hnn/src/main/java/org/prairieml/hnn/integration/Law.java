package org.prairieml.hnn.integration;

import java.util.Optional;
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

  private final ReferenceEvaluator rates;
  private final Optional<ReferenceEvaluator> energy;

  /** The energy is a program of its own: integrators ask for the rates alone, and often. */
  private Law(Program rates, Optional<Program> energy) {
    this.rates = new ReferenceEvaluator(rates);
    this.energy = energy.map(ReferenceEvaluator::new);
  }

  /** Returns a system's law, with its energy if it has one. */
  public static Law of(Configured<DynamicalSystem> system) {
    DynamicalSystem service = system.service();
    int dimension = service.coordinates(system.options()).size();
    Program.Builder rates = Program.builder(system.name());
    rates.output(RATES, service.timeDerivative(state(rates, dimension), system.options()));
    Program.Builder energy = Program.builder(system.name() + ", energy");
    return new Law(
        rates.build(),
        service
            .energy(state(energy, dimension), system.options())
            .map(value -> energy.output(ENERGY, value).build()));
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
    return new Law(builder.build(), Optional.empty());
  }

  private static Tensor state(Program.Builder builder, int dimension) {
    return builder.input(STATE, Shape.of(1, dimension));
  }

  /** Returns the number of coordinates of a state. */
  public int dimension() {
    return rates.placeholder(STATE).length;
  }

  /** Returns a state's rates of change, a fresh array. */
  public double[] rates(double[] x) {
    return run(rates, x).output(RATES).clone();
  }

  /** Returns whether the system has an energy. */
  public boolean hasEnergy() {
    return energy.isPresent();
  }

  /** Returns a state's energy. */
  public double energy(double[] x) {
    return run(energy.orElseThrow(), x).output(ENERGY)[0];
  }

  private static ReferenceEvaluator run(ReferenceEvaluator evaluator, double[] x) {
    System.arraycopy(x, 0, evaluator.placeholder(STATE), 0, x.length);
    return evaluator.run();
  }
}
