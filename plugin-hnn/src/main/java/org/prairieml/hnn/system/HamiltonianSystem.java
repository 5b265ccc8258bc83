package org.prairieml.hnn.system;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.Tensor;

/**
 * A conservative system, which its energy says everything about.
 *
 * @param name the service's name
 * @param summary what it is, with the formula
 * @param source the publication that it follows, or nothing
 * @param degrees the number of positions, and of momenta
 * @param options the constants in the formula
 * @param hamiltonian the formula
 */
record HamiltonianSystem(
    String name,
    String summary,
    String source,
    int degrees,
    List<Option<?>> options,
    Hamiltonian hamiltonian)
    implements DynamicalSystem {

  /** The energy as a function of positions and momenta. */
  @FunctionalInterface
  interface Hamiltonian {

    /**
     * Returns the energies {@code [n]}.
     *
     * @param q gives a position {@code [n]} by its number, counted from 1
     * @param p gives a momentum {@code [n]} by its number, counted from 1
     */
    Tensor of(Coordinate q, Coordinate p, Options options);
  }

  /** Coordinates by number. */
  @FunctionalInterface
  interface Coordinate {

    /** Returns a coordinate of every state, {@code [n]}, counted from 1. */
    Tensor at(int number);
  }

  @Override
  public List<String> coordinates(Options options) {
    return Stream.of("q", "p")
        .flatMap(letter ->
            IntStream.rangeClosed(1, degrees).mapToObj(i -> degrees == 1 ? letter : letter + i))
        .toList();
  }

  @Override
  public Tensor timeDerivative(Tensor states, Options options) {
    return Symplectic.flow(energyOf(states, options), states);
  }

  @Override
  public Optional<Tensor> energy(Tensor states, Options options) {
    return Optional.of(energyOf(states, options));
  }

  private Tensor energyOf(Tensor states, Options options) {
    return hamiltonian.of(
        number -> column(states, number - 1),
        number -> column(states, degrees + number - 1),
        options);
  }

  private static Tensor column(Tensor states, int index) {
    return states.slice(-1, index, index + 1).sum(-1);
  }
}
