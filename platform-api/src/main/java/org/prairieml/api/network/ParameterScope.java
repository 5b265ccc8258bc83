package org.prairieml.api.network;

import java.util.Optional;
import java.util.function.Function;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Where a layer or an activation gets its parameters from, by name, and random numbers.
 *
 * <p>The same call declares a parameter when a network is assembled and fetches its tensor when a
 * program is built, so a layer says everything about a parameter once.
 */
public final class ParameterScope {

  private final String prefix;
  private final Function<ParameterSpec, Tensor> source;
  private final Optional<Draws> draws;

  private ParameterScope(
      String prefix, Function<ParameterSpec, Tensor> source, Optional<Draws> draws) {
    this.prefix = prefix;
    this.source = source;
    this.draws = draws;
  }

  /** Returns a scope whose names have no prefix, fed by a function of the parameter's spec. */
  public static ParameterScope of(Function<ParameterSpec, Tensor> source) {
    return new ParameterScope("", source, Optional.empty());
  }

  /** Returns the scope of a network that learns: as {@link #of(Function)}, with random numbers. */
  public static ParameterScope of(Function<ParameterSpec, Tensor> source, Draws draws) {
    return new ParameterScope("", source, Optional.of(draws));
  }

  /** Returns the scope of a part: its parameters' names start with the part's name and a dot. */
  public ParameterScope child(String part) {
    return new ParameterScope(prefix + part + ".", source, draws);
  }

  /** Returns the tensor of a parameter. */
  public Tensor parameter(String name, Shape shape, ParameterSpec.Role role, Distribution initial) {
    return source.apply(new ParameterSpec(prefix + name, shape, role, initial));
  }

  /**
   * Returns uniform random numbers in [0, 1), others in every step, while the network learns; empty
   * while it is only used, where a random layer does without.
   *
   * @param name what the numbers are for, unique among the part's
   */
  public Optional<Tensor> uniform(String name, Shape shape) {
    return draws.map(source -> source.uniform("noise/" + prefix + name, shape));
  }
}
