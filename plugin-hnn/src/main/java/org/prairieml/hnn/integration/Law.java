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
 * A law of motion on a fixed number of states at a time, in float64. Not safe for use by several
 * threads.
 *
 * <p>Data sets are made where there is no engine, hence the reference evaluator. It takes little
 * longer for a hundred states than for one.
 */
public final class Law {

  private static final String STATES = "states";
  private static final String RATES = "rates";
  private static final String ENERGY = "energy";

  private final int count;
  private final ReferenceEvaluator rates;
  private final Optional<ReferenceEvaluator> energy;

  /** The energy is a program of its own: integrators ask for the rates alone, and often. */
  private Law(int count, Program rates, Optional<Program> energy) {
    this.count = count;
    this.rates = new ReferenceEvaluator(rates);
    this.energy = energy.map(ReferenceEvaluator::new);
  }

  /** Returns a system's law on one state, with its energy if it has one. */
  public static Law of(Configured<DynamicalSystem> system) {
    return of(system, 1);
  }

  /**
   * Returns a system's law, with its energy if it has one.
   *
   * @param count the number of states
   */
  public static Law of(Configured<DynamicalSystem> system, int count) {
    DynamicalSystem service = system.service();
    int dimension = service.coordinates(system.options()).size();
    Program.Builder rates = Program.builder(system.name());
    rates.output(RATES, service.timeDerivative(states(rates, count, dimension), system.options()));
    Program.Builder energy = Program.builder(system.name() + ", energy");
    return new Law(
        count,
        rates.build(),
        service
            .energy(states(energy, count, dimension), system.options())
            .map(value -> energy.output(ENERGY, value).build()));
  }

  /**
   * Returns a field as a law on one state.
   *
   * @param dimension the number of coordinates of a state
   * @param field gives the rates {@code [1, dimension]} of states of the same shape
   */
  public static Law of(int dimension, UnaryOperator<Tensor> field) {
    Program.Builder builder = Program.builder("law of motion");
    builder.output(RATES, field.apply(states(builder, 1, dimension)));
    return new Law(1, builder.build(), Optional.empty());
  }

  private static Tensor states(Program.Builder builder, int count, int dimension) {
    return builder.input(STATES, Shape.of(count, dimension));
  }

  /** Returns the number of states. */
  public int count() {
    return count;
  }

  /** Returns the number of coordinates of a state. */
  public int dimension() {
    return rates.placeholder(STATES).length / count;
  }

  /**
   * Returns rates of change, a fresh array.
   *
   * @param x the states, one after another
   */
  public double[] rates(double[] x) {
    return run(rates, x).output(RATES).clone();
  }

  /** Returns whether the system has an energy. */
  public boolean hasEnergy() {
    return energy.isPresent();
  }

  /**
   * Returns the energy of each state, a fresh array.
   *
   * @param x the states, one after another
   */
  public double[] energies(double[] x) {
    return run(energy.orElseThrow(), x).output(ENERGY).clone();
  }

  /** Returns the energy of a state, of a law on one. */
  public double energy(double[] x) {
    return energies(x)[0];
  }

  private static ReferenceEvaluator run(ReferenceEvaluator evaluator, double[] x) {
    return evaluator.set(STATES, x).run();
  }
}
