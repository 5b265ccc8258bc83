package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prairieml.activations.operator.Operators;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Constant;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Select;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Slice;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

/**
 * Reads a graph back as an expression of primitive operators, element by element: so a function of
 * any plug-in, and any derivative, has a formula.
 *
 * <p>The result shares nodes as the graph does.
 */
public final class GraphReader {

  private static final Map<Unary, String> UNARY =
      Map.of(Unary.NEG, "negative", Unary.ASINH, "arcsinh", Unary.ATAN, "arctan");
  private static final Map<Binary, String> BINARY = Map.of(Binary.LESS_OR_EQUAL, "less_equal");

  private final UnaryOperator<String> names;
  private final Map<Tensor, Map<Integer, Expression>> read = new IdentityHashMap<>();

  private GraphReader(UnaryOperator<String> names) {
    this.names = names;
  }

  /**
   * Reads a graph.
   *
   * @param y a tensor of one element, computed from placeholders; the one called {@code x}, of one
   *     element, is the variable
   * @param names what a parameter is called in the formula, by the placeholder's name
   * @throws GraphException if it is not elementwise: a formula has no matrix products or tables
   */
  public static Expression read(Tensor y, UnaryOperator<String> names) {
    return new GraphReader(names).element(y, 0);
  }

  private Expression element(Tensor tensor, int index) {
    Map<Integer, Expression> elements = read.computeIfAbsent(tensor, _ -> new HashMap<>());
    Expression known = elements.get(index);
    if (known != null) {
      return known;
    }
    Expression expression = expression(tensor, index);
    elements.put(index, expression);
    return expression;
  }

  private Expression expression(Tensor tensor, int index) {
    Primitive primitive = tensor.primitive();
    return switch (primitive) {
      case Constant constant -> new Expression.Number(constant.value().values()[index]);
      case Placeholder placeholder -> leaf(placeholder, index);
      case Unary unary -> application(UNARY.getOrDefault(unary, unary.label()), tensor, index);
      case Binary binary -> application(BINARY.getOrDefault(binary, binary.label()), tensor, index);
      case ScaledBessel bessel -> application(bessel.label(), tensor, index);
      case Select _ -> application("where", tensor, index);
      case Reshape _, StopGradient _ -> element(tensor.operand(0), index);
      case Broadcast _ -> element(tensor.operand(0), broadcastIndex(tensor, index));
      case Slice slice -> element(tensor.operand(0), sliceIndex(slice, tensor, index));
      case ReduceSum sum -> sum(sum, tensor, index);
      default ->
          throw new GraphException(
              "it uses '%s', which has no formula".formatted(primitive.label()));
    };
  }

  private Expression leaf(Placeholder placeholder, int index) {
    if (placeholder.name().equals("x")) {
      return Expression.X;
    }
    String name = names.apply(placeholder.name());
    return new Expression.Parameter(placeholder.extent().size() == 1 ? name : name + "_" + index);
  }

  private Expression application(String operator, Tensor tensor, int index) {
    List<Expression> operands = new ArrayList<>();
    tensor.operands().forEach(operand -> operands.add(element(operand, index)));
    return new Expression.Application(Operators.get(operator), operands);
  }

  private static int broadcastIndex(Tensor tensor, int index) {
    Shape source = tensor.operand(0).shape();
    int[] position = position(tensor.shape(), index);
    int shift = tensor.shape().rank() - source.rank();
    int[] from = new int[source.rank()];
    for (int axis = 0; axis < from.length; axis++) {
      from[axis] = source.dimension(axis) == 1 ? 0 : position[axis + shift];
    }
    return index(source, from);
  }

  private static int sliceIndex(Slice slice, Tensor tensor, int index) {
    int[] position = position(tensor.shape(), index);
    for (int axis = 0; axis < position.length; axis++) {
      position[axis] = slice.start().get(axis) + slice.step().get(axis) * position[axis];
    }
    return index(tensor.operand(0).shape(), position);
  }

  /** The elements that are added come in row-major order, as the evaluator adds them. */
  private Expression sum(ReduceSum sum, Tensor tensor, int index) {
    Shape source = tensor.operand(0).shape();
    Expression total = null;
    for (int i = 0; i < source.size(); i++) {
      if (target(sum.axes(), source, i) == index) {
        Expression term = element(tensor.operand(0), i);
        total = total == null ? term : Expression.of("add", total, term);
      }
    }
    return total;
  }

  private static int target(List<Integer> axes, Shape source, int index) {
    int[] position = position(source, index);
    int target = 0;
    for (int axis = 0; axis < position.length; axis++) {
      if (!axes.contains(axis)) {
        target = target * source.dimension(axis) + position[axis];
      }
    }
    return target;
  }

  private static int[] position(Shape shape, int index) {
    int[] position = new int[shape.rank()];
    int rest = index;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      position[axis] = rest % shape.dimension(axis);
      rest /= shape.dimension(axis);
    }
    return position;
  }

  private static int index(Shape shape, int[] position) {
    int index = 0;
    for (int axis = 0; axis < position.length; axis++) {
      index = index * shape.dimension(axis) + position[axis];
    }
    return index;
  }
}
