package org.prairieml.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * What two programs have in common if one plan serves both: the same primitives on the same
 * operands under the same names, constants bit for bit, and the same format of numbers. The name
 * for people does not count.
 *
 * @param format the format of the numbers
 * @param nodes the graph, operands before their users
 * @param names inputs, states, updates and outputs, each with the position of its node
 */
record ProgramIdentity(NumberFormat format, List<Node> nodes, List<Map<String, Integer>> names) {

  /** More elements of constants than this are not worth comparing. */
  private static final int MOST_CONSTANTS = 1 << 16;

  /** A tensor, its operands by their positions. */
  record Node(Primitive primitive, List<Integer> operands) {}

  static ProgramIdentity of(Program program, NumberFormat format) {
    Map<Tensor, Integer> positions = new IdentityHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (Tensor tensor : program.order()) {
      List<Integer> operands = tensor.operands().stream().map(positions::get).toList();
      nodes.add(new Node(tensor.primitive(), operands));
      positions.put(tensor, positions.size());
    }
    return new ProgramIdentity(
        format,
        nodes,
        List.of(
            positions(program.inputs(), positions),
            positions(program.states(), positions),
            positions(program.updates(), positions),
            positions(program.outputs(), positions)));
  }

  private static Map<String, Integer> positions(
      Map<String, Tensor> named, Map<Tensor, Integer> positions) {
    Map<String, Integer> result = new HashMap<>();
    named.forEach((name, tensor) -> result.put(name, positions.get(tensor)));
    return result;
  }

  /** Returns whether comparing costs little beside planning. */
  static boolean isCheap(Program program) {
    long elements = 0;
    for (Tensor tensor : program.order()) {
      elements += tensor.primitive() instanceof Constant ? tensor.shape().size() : 0;
    }
    return elements <= MOST_CONSTANTS;
  }
}
