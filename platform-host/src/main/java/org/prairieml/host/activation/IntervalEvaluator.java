package org.prairieml.host.activation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Concat;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Gather;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Pad;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.ReduceMax;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.Select;
import org.prairieml.graph.Slice;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;

/**
 * Evaluates a graph of one number for all numbers of an interval at once (R. E. Moore, Interval
 * analysis, 1966): what it returns has every value in it, and possibly more.
 */
final class IntervalEvaluator {

  private final Tensor result;
  private final List<Tensor> order;
  private final Map<Tensor, Interval[]> known = new HashMap<>();
  private boolean steps;

  /**
   * Creates an evaluator.
   *
   * @param result of one element, computed from one placeholder
   * @throws GraphException if a primitive cannot be evaluated for intervals
   */
  IntervalEvaluator(Tensor result) {
    this.result = result;
    this.order = new ArrayList<>();
    sort(result, new HashSet<>());
    of(new Interval(1, 1));
  }

  private void sort(Tensor tensor, Set<Tensor> seen) {
    if (seen.add(tensor)) {
      tensor.operands().forEach(operand -> sort(operand, seen));
      order.add(tensor);
    }
  }

  /** Returns the number of elements of all tensors. */
  int size() {
    return order.stream().mapToInt(tensor -> tensor.shape().size()).sum();
  }

  /** Returns all values over an interval. */
  Interval of(Interval x) {
    steps = false;
    for (Tensor tensor : order) {
      known.put(tensor, evaluate(tensor, x));
    }
    return known.get(result)[0];
  }

  /**
   * Returns whether, in the last evaluation, it was left open on which side of a step some number
   * is: the function may jump, and be differentiable on neither side.
   */
  boolean hasSteps() {
    return steps;
  }

  private Interval[] evaluate(Tensor tensor, Interval x) {
    Primitive primitive = tensor.primitive();
    return switch (primitive) {
      case Placeholder _ -> new Interval[] {x};
      case Constant constant -> points(constant.value().values());
      case Unary unary -> map(tensor, i -> unary(unary, at(tensor, 0, i)));
      case ScaledBessel bessel -> map(tensor, i -> IntervalFunctions.of(bessel, at(tensor, 0, i)));
      case Binary binary ->
          map(tensor, i -> binary(binary, tensor, at(tensor, 0, i), at(tensor, 1, i)));
      case Select _ ->
          map(tensor, i -> select(at(tensor, 0, i), at(tensor, 1, i), at(tensor, 2, i)));
      case Broadcast _,
          Reshape _,
          Permute _,
          Slice _,
          Pad _,
          Concat _,
          StopGradient _,
          ReduceMax _ ->
          ends(tensor, 0);
      case ReduceSum _ -> ends(tensor, tensor.operand(0).shape().size());
      case MatMul _ -> product(tensor);
      case Gather _ -> gather(tensor);
      default ->
          throw new GraphException(
              "'%s' has no meaning for intervals here".formatted(primitive.label()));
    };
  }

  private Interval at(Tensor tensor, int operand, int index) {
    return known.get(tensor.operand(operand))[index];
  }

  private interface Element {
    Interval at(int index);
  }

  private static Interval[] map(Tensor tensor, Element element) {
    return IntStream.range(0, tensor.shape().size()).mapToObj(element::at).toArray(Interval[]::new);
  }

  private static Interval[] points(double[] values) {
    Interval[] points = new Interval[values.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = Interval.point(values[i]);
    }
    return points;
  }

  private Interval unary(Unary unary, Interval x) {
    Interval y = IntervalFunctions.of(unary, x);
    steps |=
        switch (unary) {
          case SIGN, FLOOR -> !y.isPoint();
          case SQRT, LOG -> x.low() < 0;
          case LOG1P -> x.low() < -1;
          case RECIPROCAL, TAN -> y.equals(Interval.ALL);
          default -> false;
        };
    return y;
  }

  private Interval binary(Binary binary, Tensor tensor, Interval a, Interval b) {
    return switch (binary) {
      case ADD -> a.plus(b);
      case SUB -> a.minus(b);
      case MUL -> tensor.operand(0) == tensor.operand(1) ? a.squared() : a.times(b);
      case DIV -> quotient(a, b);
      case DIV_NO_NAN -> a.equals(Interval.ZERO) || isZero(b) ? Interval.ZERO : quotient(a, b);
      case POW -> {
        Interval power = IntervalFunctions.power(a, b);
        steps |= power.equals(Interval.ALL);
        yield power;
      }
      case MAX -> new Interval(Math.max(a.low(), b.low()), Math.max(a.high(), b.high()));
      case MIN -> new Interval(Math.min(a.low(), b.low()), Math.min(a.high(), b.high()));
      case LESS -> truth(a.high() < b.low(), a.low() >= b.high());
      case LESS_OR_EQUAL -> truth(a.high() <= b.low(), a.low() > b.high());
      case EQUAL ->
          truth(
              a.isPoint() && b.isPoint() && a.low() == b.low(),
              a.high() < b.low() || b.high() < a.low());
    };
  }

  private Interval quotient(Interval a, Interval b) {
    steps |= b.contains(0);
    return a.over(b);
  }

  private static boolean isZero(Interval x) {
    return x.low() == 0 && x.high() == 0;
  }

  private Interval truth(boolean always, boolean never) {
    steps |= !always && !never;
    return always ? Interval.point(1) : never ? Interval.ZERO : Interval.TRUTH;
  }

  private Interval select(Interval condition, Interval yes, Interval no) {
    if (isZero(condition)) {
      return no;
    }
    steps |= condition.contains(0);
    return condition.contains(0) ? yes.hull(no) : yes;
  }

  /** For what moves or adds numbers, or takes the largest: its ends are the operands' ends. */
  private Interval[] ends(Tensor tensor, int roundings) {
    double[] low = evaluated(tensor, operands(tensor, Interval::low));
    double[] high = evaluated(tensor, operands(tensor, Interval::high));
    double[] size = evaluated(tensor, operands(tensor, Interval::magnitude));
    Interval[] result = new Interval[low.length];
    for (int i = 0; i < result.length; i++) {
      double lost = roundings < 2 ? 0 : roundings * Math.ulp(size[i]);
      result[i] = new Interval(low[i] - lost, high[i] + lost);
    }
    return result;
  }

  /** By midpoints and radii. */
  private Interval[] product(Tensor tensor) {
    double[][] middle = operands(tensor, x -> x.low() / 2 + x.high() / 2);
    double[][] radius = operands(tensor, x -> Math.nextUp(x.high() / 2 - x.low() / 2));
    double[][] size = operands(tensor, Interval::magnitude);
    double[] center = evaluated(tensor, middle);
    double[] first = evaluated(tensor, new double[][] {radius[0], size[1]});
    double[] second = evaluated(tensor, new double[][] {size[0], radius[1]});
    double[] all = evaluated(tensor, size);
    int inner = tensor.operand(0).shape().size();
    Interval[] result = new Interval[center.length];
    for (int i = 0; i < result.length; i++) {
      double spread = (first[i] + second[i]) * (1 + 1e-12) + 4 * inner * Math.ulp(all[i]);
      result[i] = new Interval(center[i] - spread, center[i] + spread);
    }
    return result;
  }

  /** Takes the hull over all indices that an element may have. */
  private Interval[] gather(Tensor tensor) {
    Interval[] indices = known.get(tensor.operand(1));
    int size = tensor.operand(0).shape().dimension(((Gather) tensor.primitive()).axis());
    double[] index = new double[indices.length];
    int most = 0;
    for (int i = 0; i < index.length; i++) {
      index[i] = Math.clamp(Math.floor(indices[i].low()), 0, size - 1);
      int span = (int) (Math.clamp(Math.floor(indices[i].high()), 0, size - 1) - index[i]);
      most = Math.max(most, span);
    }
    steps |= most > 0;
    Interval[] result = null;
    for (int k = 0; k <= most; k++) {
      double[] low = evaluated(tensor, new double[][] {operands(tensor, Interval::low)[0], index});
      double[] high =
          evaluated(tensor, new double[][] {operands(tensor, Interval::high)[0], index});
      Interval[] here = new Interval[low.length];
      for (int i = 0; i < here.length; i++) {
        Interval value = new Interval(low[i], high[i]);
        here[i] = result == null ? value : value.hull(result[i]);
      }
      result = here;
      for (int i = 0; i < index.length; i++) {
        index[i] = Math.min(index[i] + 1, Math.clamp(Math.floor(indices[i].high()), 0, size - 1));
      }
    }
    return result;
  }

  private interface End {
    double of(Interval interval);
  }

  private double[][] operands(Tensor tensor, End end) {
    return tensor.operands().stream().map(operand -> ends(operand, end)).toArray(double[][]::new);
  }

  private double[] ends(Tensor operand, End end) {
    Interval[] intervals = known.get(operand);
    double[] ends = new double[intervals.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = end.of(intervals[i]);
    }
    return ends;
  }

  private static double[] evaluated(Tensor tensor, double[][] operands) {
    double[] result = new double[tensor.shape().size()];
    tensor.primitive().evaluate(tensor, operands, result);
    return result;
  }
}
