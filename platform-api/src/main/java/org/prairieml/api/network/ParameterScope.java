package org.prairieml.api.network;

import java.util.function.Function;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Where a layer or an activation gets its parameters from, by name.
 *
 * <p>The same call declares a parameter when a network is assembled and fetches its tensor when a
 * program is built, so a layer says everything about a parameter once.
 */
public final class ParameterScope {

  private final String prefix;
  private final Function<ParameterSpec, Tensor> source;

  private ParameterScope(String prefix, Function<ParameterSpec, Tensor> source) {
    this.prefix = prefix;
    this.source = source;
  }

  /** Returns a scope whose names have no prefix, fed by a function of the parameter's spec. */
  public static ParameterScope of(Function<ParameterSpec, Tensor> source) {
    return new ParameterScope("", source);
  }

  /** Returns the scope of a part: its parameters' names start with the part's name and a dot. */
  public ParameterScope child(String part) {
    return new ParameterScope(prefix + part + ".", source);
  }

  /** Returns the tensor of a parameter. */
  public Tensor parameter(String name, Shape shape, ParameterSpec.Role role, Distribution initial) {
    return source.apply(new ParameterSpec(prefix + name, shape, role, initial));
  }
}
