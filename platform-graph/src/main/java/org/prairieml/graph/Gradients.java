package org.prairieml.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode differentiation: walks a graph backwards once and returns the gradient as more
 * graph, which can be differentiated again.
 */
public final class Gradients {

  private final Set<Tensor> sources;
  private final Map<Tensor, Tensor> cotangents = new IdentityHashMap<>();
  private final Map<Tensor, Boolean> dependent = new IdentityHashMap<>();

  private Gradients(Collection<Tensor> sources) {
    this.sources = new HashSet<>(sources);
  }

  /**
   * Returns the gradient of a scalar with respect to each source: the total derivative, also where
   * one source depends on another.
   *
   * @return one tensor per source, of its shape; zeros where the scalar does not depend on it
   * @throws GraphException if {@code scalar} is not one
   */
  public static List<Tensor> of(Tensor scalar, List<Tensor> sources) {
    if (scalar.shape().rank() != 0) {
      throw new GraphException(
          "Gradient of '%s': needs a scalar, found shape %s."
              .formatted(scalar.primitive().label(), scalar.shape()));
    }
    return vectorJacobian(List.of(scalar), List.of(Tensor.of(1)), sources);
  }

  /** Returns the gradient of a scalar with respect to one source. */
  public static Tensor of(Tensor scalar, Tensor source) {
    return of(scalar, List.of(source)).getFirst();
  }

  /** Returns the gradient of a scalar with respect to each source, under the source's name. */
  public static Map<String, Tensor> of(Tensor scalar, Map<String, Tensor> sources) {
    return named(of(scalar, List.copyOf(sources.values())), sources);
  }

  private static Map<String, Tensor> named(List<Tensor> gradients, Map<String, Tensor> sources) {
    Iterator<Tensor> next = gradients.iterator();
    Map<String, Tensor> byName = new LinkedHashMap<>();
    sources.keySet().forEach(name -> byName.put(name, next.next()));
    return byName;
  }

  /**
   * Returns the Hessian of a scalar applied to a direction.
   *
   * @param direction one tensor per source, of its shape
   * @return one tensor per source, of its shape
   */
  public static List<Tensor> hessianVector(
      Tensor scalar, List<Tensor> sources, List<Tensor> direction) {
    return vectorJacobian(of(scalar, sources), direction, sources);
  }

  /**
   * Returns the sum over outputs of cotangent times Jacobian, for each source.
   *
   * @param outputs tensors of any shape
   * @param weights one cotangent per output, of its shape; no gradient is taken through them
   * @return one tensor per source, of its shape; zeros where no output depends on it
   */
  public static List<Tensor> vectorJacobian(
      List<Tensor> outputs, List<Tensor> weights, List<Tensor> sources) {
    Gradients walk = new Gradients(sources);
    for (int i = 0; i < outputs.size(); i++) {
      requireSameShape(outputs.get(i), weights.get(i));
      walk.add(outputs.get(i), weights.get(i));
    }
    walk.backward(Topology.order(outputs));
    return sources.stream().map(walk::cotangent).toList();
  }

  /** Returns the sum over outputs of cotangent times Jacobian under each source's name. */
  public static Map<String, Tensor> vectorJacobian(
      List<Tensor> outputs, List<Tensor> weights, Map<String, Tensor> sources) {
    return named(vectorJacobian(outputs, weights, List.copyOf(sources.values())), sources);
  }

  private static void requireSameShape(Tensor output, Tensor weight) {
    if (!output.shape().equals(weight.shape())) {
      throw new GraphException(
          "Gradient of '%s': the output has shape %s, its cotangent %s."
              .formatted(output.primitive().label(), output.shape(), weight.shape()));
    }
  }

  private void backward(List<Tensor> order) {
    order.forEach(this::markDependence);
    for (Tensor node : order.reversed()) {
      Tensor cotangent = cotangents.get(node);
      if (cotangent != null && dependent.get(node)) {
        GraphScope.at(node.scope(), () -> propagate(node, cotangent));
      }
    }
  }

  private void markDependence(Tensor node) {
    boolean depends = sources.contains(node);
    for (int i = 0; i < node.operands().size() && !depends; i++) {
      depends = node.primitive().differentiable(i) && dependent.get(node.operand(i));
    }
    dependent.put(node, depends);
  }

  private Void propagate(Tensor node, Tensor cotangent) {
    for (int i = 0; i < node.operands().size(); i++) {
      if (node.primitive().differentiable(i) && dependent.get(node.operand(i))) {
        add(node.operand(i), node.primitive().gradient(i, node, cotangent));
      }
    }
    return null;
  }

  private void add(Tensor node, Tensor contribution) {
    cotangents.merge(node, contribution, Tensor::add);
  }

  private Tensor cotangent(Tensor source) {
    Tensor found = cotangents.get(source);
    return found != null ? found : Tensor.filled(source.shape(), 0);
  }
}
