package org.prairieml.engine.optimize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Tensor;

/** Computes once what is written twice: the same primitive of the same operands. */
final class CommonSubexpressions implements Pass {

  private final Map<Object, Tensor> known = new HashMap<>();

  @Override
  public Tensor apply(Tensor node) {
    return node.primitive() instanceof Placeholder
        ? node
        : known.computeIfAbsent(key(node), _ -> node);
  }

  /** Tensors compare by identity, so operands that were merged before are equal here. */
  private static Object key(Tensor node) {
    return node.primitive() instanceof Constant constant
        ? List.of(node.shape(), Arrays.stream(constant.value().values()).boxed().toList())
        : List.of(node.primitive(), node.operands());
  }
}
