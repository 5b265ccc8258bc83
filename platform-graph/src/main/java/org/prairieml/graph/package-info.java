/**
 * The one small language for everything that Prairie differentiates.
 *
 * <p>A {@link org.prairieml.graph.Tensor} is a {@link org.prairieml.graph.Primitive} applied to
 * other tensors. {@link org.prairieml.graph.Gradients} walks such a graph backwards and writes the
 * gradient as more of it, so that gradients of gradients need nothing extra. A {@link
 * org.prairieml.graph.Program} names the inputs, state and outputs of a graph and is what an engine
 * runs.
 */
package org.prairieml.graph;
