package org.prairieml.api.network;

import org.prairieml.graph.Shape;

/**
 * A parameter of a network.
 *
 * @param name the name as in safetensors files: {@code <layer>.weight}, {@code <layer>.bias}
 * @param shape the shape, in PyTorch's layout
 * @param role what it does
 * @param initial where its start values come from unless an initializer says otherwise
 */
public record ParameterSpec(String name, Shape shape, Role role, Distribution initial) {

  /** What a parameter does; trainers and initializers treat the roles differently. */
  public enum Role {
    /** It multiplies inputs. */
    WEIGHT,
    /** It is added. */
    BIAS,
    /** It shapes an activation function. */
    ACTIVATION
  }
}
