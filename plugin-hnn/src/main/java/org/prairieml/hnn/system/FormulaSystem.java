package org.prairieml.hnn.system;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.formula.Formula;

/**
 * A conservative system whose energy the user writes down: a formula of {@code q} and {@code p}, or
 * of {@code q1, q2, ..., p1, p2, ...}.
 */
final class FormulaSystem implements DynamicalSystem {

  private static final Option<Formula> HAMILTONIAN =
      Option.required(
          "hamiltonian", Formula.TYPE, "The energy: p^2/2 + q^4/4, or of q1, q2, p1, p2, ...");

  private static final Pattern COORDINATE = Pattern.compile("([qp])([1-9][0-9]?)?");

  @Override
  public String name() {
    return "formula";
  }

  @Override
  public String summary() {
    return "A conservative system of your own: its energy as a formula of positions and momenta.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(HAMILTONIAN);
  }

  @Override
  public List<String> coordinates(Options options) {
    return system(options).coordinates(options);
  }

  @Override
  public Tensor timeDerivative(Tensor states, Options options) {
    return system(options).timeDerivative(states, options);
  }

  @Override
  public Optional<Tensor> energy(Tensor states, Options options) {
    return system(options).energy(states, options);
  }

  private HamiltonianSystem system(Options options) {
    Formula formula = options.get(HAMILTONIAN);
    int degrees = formula.names().stream().mapToInt(name -> number(name, formula)).max().orElse(1);
    return new HamiltonianSystem(
        name(), summary(), "", degrees, options(), (q, p, _) -> energy(formula, q, p));
  }

  private static Tensor energy(
      Formula formula, HamiltonianSystem.Coordinate q, HamiltonianSystem.Coordinate p) {
    Tensor value = formula.apply(name -> (name.startsWith("q") ? q : p).at(number(name, formula)));
    return value.broadcast(q.at(1).shape());
  }

  /** Returns the number of a coordinate; {@code q} and {@code p} alone are the first. */
  private static int number(String name, Formula formula) {
    Matcher matcher = COORDINATE.matcher(name);
    if (!matcher.matches()) {
      throw PrairieException.badInput(
          "Formula '%s': '%s' is no coordinate; positions are q or q1, q2, ..., momenta p or p1, p2,"
                  .formatted(formula.text(), name)
              + " ...");
    }
    return matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
  }
}
