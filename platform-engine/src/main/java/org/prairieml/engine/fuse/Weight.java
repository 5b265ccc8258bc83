package org.prairieml.engine.fuse;

import java.util.Set;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Gather;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Select;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

/** How many vector instructions an elementwise tensor costs, roughly. */
final class Weight {

  /** Above this, computing again costs more than a round trip through the cache. */
  static final int HEAVY = 8;

  /**
   * The just-in-time compiler refuses methods beyond 8,000 bytes; an instruction takes about 10.
   */
  static final int LARGEST_LOOP = 320;

  private Weight() {}

  static int of(Tensor node) {
    return switch (node.primitive()) {
      case Unary unary -> of(unary);
      case Binary binary -> of(binary);
      case Select _ -> 2;
      case ScaledBessel _ -> 45;
      case Gather _ -> 24;
      default -> 0;
    };
  }

  private static int of(Unary unary) {
    return switch (unary) {
      case NEG, ABS, SQUARE -> 1;
      case RECIPROCAL, SQRT, SIGN, FLOOR -> 8;
      default -> 28;
    };
  }

  private static int of(Binary binary) {
    return switch (binary) {
      case ADD, SUB, MUL -> 1;
      case MAX, MIN, LESS, LESS_OR_EQUAL, EQUAL -> 3;
      case DIV, DIV_NO_NAN -> 8;
      case POW -> 40;
    };
  }

  static int of(Set<Tensor> nodes) {
    return nodes.stream().mapToInt(Weight::of).sum();
  }
}
