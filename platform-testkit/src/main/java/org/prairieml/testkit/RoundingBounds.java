package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.ArgMax;
import org.prairieml.graph.Binary;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Concat;
import org.prairieml.graph.Constant;
import org.prairieml.graph.Gather;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Pad;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.Program;
import org.prairieml.graph.ReduceMax;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.ScaledBessel;
import org.prairieml.graph.ScatterAdd;
import org.prairieml.graph.Select;
import org.prairieml.graph.Slice;
import org.prairieml.graph.StopGradient;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.Unary;
import org.prairieml.graph.UniformRandom;

/**
 * The values of a program's tensors by the primitives' own definitions, each with a radius: how far
 * off an engine may be that rounds every result to a format.
 *
 * <p>A running error analysis (J. H. Wilkinson, Rounding Errors in Algebraic Processes, 1963). What
 * the operands' radii do to a result is found by evaluating the primitive at the corners of its
 * operands' intervals, which is where functions that rise, fall or bend one way have their extreme
 * values; a few units in the last place for the primitive itself are added. Where that is more than
 * a hundredth of the value, as next to a jump or a pole, the radius is infinite: nothing is known.
 *
 * <p>What an engine may reorder is covered: a sum's bound holds for every order.
 */
public final class RoundingBounds {

  /** Above this part of a value, or of 1, corners may no longer tell the extremes. */
  private static final double LOST = 0.01;

  /** Half units in the last place by which engine and definition may differ: table functions. */
  private static final int FUNCTION = 12;

  /** The same for what IEEE 754 rounds correctly. */
  private static final int ROUNDED = 2;

  private final double unit;
  private final double least;
  private final double greatest;
  private final Map<Tensor, double[]> values = new HashMap<>();
  private final Map<Tensor, double[]> radii = new HashMap<>();

  /** What should stand in an element and how far off it may be. */
  private record Bound(double value, double radius) {

    /** The sign of a zero does not count. */
    boolean admits(double actual) {
      return !isKnown() || Double.compare(actual, value) == 0 || Math.abs(actual - value) <= radius;
    }

    boolean isKnown() {
      return radius < Double.POSITIVE_INFINITY;
    }
  }

  private RoundingBounds(Precision precision) {
    boolean single = precision == Precision.FLOAT32;
    this.unit = (single ? Math.ulp(1f) : Math.ulp(1.0)) / 2;
    this.least = single ? Float.MIN_NORMAL : Double.MIN_NORMAL;
    this.greatest = single ? Float.MAX_VALUE : Double.MAX_VALUE;
  }

  /**
   * Evaluates a program.
   *
   * @param values what stands in inputs and states, exactly
   */
  public static RoundingBounds of(
      Program program, Precision precision, Map<String, double[]> values) {
    RoundingBounds bounds = new RoundingBounds(precision);
    for (Tensor node : program.order()) {
      bounds.add(node, values);
    }
    return bounds;
  }

  /**
   * Requires that an engine's result keeps its bounds.
   *
   * @param name names the result in the failure
   */
  public void check(String name, Tensor node, double[] actual) {
    assertThat(actual).as(name).hasSize(node.shape().size());
    for (int i = 0; i < actual.length; i++) {
      Bound bound = bound(node, i);
      if (!bound.admits(actual[i])) {
        Assertions.fail("%s[%d], %s: found %s, %s", name, i, node, actual[i], bound);
      }
    }
  }

  /** Returns how many elements of a tensor are finite and have a finite radius. */
  public long known(Tensor node) {
    return IntStream.range(0, node.shape().size())
        .mapToObj(i -> bound(node, i))
        .filter(bound -> bound.isKnown() && Double.isFinite(bound.value))
        .count();
  }

  private Bound bound(Tensor node, int position) {
    return new Bound(values.get(node)[position], radii.get(node)[position]);
  }

  private void add(Tensor node, Map<String, double[]> given) {
    double[] value =
        node.primitive() instanceof Placeholder placeholder
            ? given.get(placeholder.name())
            : evaluate(node, operands(node));
    double[] radius = radius(node, value);
    for (int i = 0; i < radius.length; i++) {
      boolean known =
          radius[i] <= LOST * Math.max(1, Math.abs(value[i])) || isSame(value[i], radius[i]);
      boolean fits = !Double.isFinite(value[i]) || Math.abs(value[i]) + radius[i] < greatest;
      radius[i] = known && fits ? radius[i] : Double.POSITIVE_INFINITY;
    }
    values.put(node, value);
    radii.put(node, radius);
  }

  /** Infinities and NaN that no rounding changes have radius 0. */
  private static boolean isSame(double value, double radius) {
    return !Double.isFinite(value) && radius == 0;
  }

  private double[] radius(Tensor node, double[] value) {
    return switch (node.primitive()) {
      case Placeholder _ -> new double[value.length];
      case Constant _ -> map(value, x -> isExact(x) ? 0 : unit * Math.abs(x));
      case Broadcast _, Reshape _, Permute _, Slice _, Pad _, Concat _, StopGradient _ ->
          evaluate(node, radii(node));
      case Gather _ -> isExact(node.operand(1)) ? sameIndices(node) : lost(value);
      case ScatterAdd _ ->
          isExact(node.operand(1)) ? sum(node, node.operand(1).shape().size()) : lost(value);
      case ReduceSum _ -> sum(node, terms(node));
      case MatMul product -> product(node, product);
      case ArgMax argMax -> winner(node, argMax.axis(), value);
      default -> contaminated(node, atCorners(node, value));
    };
  }

  private boolean isExact(double x) {
    return !Double.isFinite(x) || (greatest == Float.MAX_VALUE ? (float) x : x) == x;
  }

  private boolean isExact(Tensor node) {
    return Arrays.stream(radii.get(node)).allMatch(r -> r == 0);
  }

  private static double[] lost(double[] value) {
    return map(value, _ -> Double.POSITIVE_INFINITY);
  }

  // Sums.

  private static int terms(Tensor reduction) {
    return reduction.operand(0).shape().size() / Math.max(1, reduction.shape().size());
  }

  private double[] sameIndices(Tensor node) {
    return evaluate(node, radii.get(node.operand(0)), values.get(node.operand(1)));
  }

  /**
   * The radii add up, and every partial sum is rounded; it may overflow even if the sum does not.
   */
  private double[] sum(Tensor node, int count) {
    double[][] operands = operands(node);
    operands[0] = map(values.get(node.operand(0)), x -> Double.isFinite(x) ? Math.abs(x) : 0);
    double[] size = evaluate(node, operands);
    operands[0] = radii.get(node.operand(0));
    double[] radius = evaluate(node, operands);
    for (int i = 0; i < radius.length; i++) {
      radius[i] += ROUNDED * (count + 1) * unit * size[i];
      radius[i] = size[i] < greatest ? radius[i] : Double.POSITIVE_INFINITY;
    }
    return radius;
  }

  private double[] product(Tensor node, MatMul product) {
    int depth = node.operand(0).shape().dimension(product.transposeFirst() ? -2 : -1);
    double[] a = map(values.get(node.operand(0)), Math::abs);
    double[] b = map(values.get(node.operand(1)), Math::abs);
    double[] fromFirst = evaluate(node, radii.get(node.operand(0)), b);
    double[] upperFirst = sum(a, radii.get(node.operand(0)));
    double[] fromSecond = evaluate(node, upperFirst, radii.get(node.operand(1)));
    double[] size = evaluate(node, a, b);
    double[] radius = new double[size.length];
    for (int i = 0; i < size.length; i++) {
      double rounding = ROUNDED * (depth + 2) * (unit * size[i] + unit * least);
      radius[i] = fromFirst[i] + fromSecond[i] + rounding;
      radius[i] = size[i] < greatest ? radius[i] : Double.POSITIVE_INFINITY;
    }
    return radius;
  }

  private static double[] sum(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }

  // Choices.

  /** The winner must win with the least it may be, against the most the others may be. */
  private double[] winner(Tensor node, int axis, double[] value) {
    Tensor x = node.operand(0);
    double[] worst = new double[x.shape().size()];
    int inner = x.shape().sizeBetween(axis + 1, x.shape().rank());
    int size = x.shape().dimension(axis);
    for (int i = 0; i < worst.length; i++) {
      int slice = i / (size * inner) * inner + i % inner;
      boolean wins = i / inner % size == value[slice];
      // the sign of a zero is not kept
      worst[i] = values.get(x)[i] + (wins ? -1 : 1) * radii.get(x)[i] + 0.0;
    }
    double[] again = evaluate(node, worst);
    double[] radius = evaluate(Tensor.apply(new ReduceMax(List.of(axis)), x), radii.get(x));
    for (int i = 0; i < radius.length; i++) {
      boolean sure = again[i] == value[i] && radius[i] < Double.POSITIVE_INFINITY;
      radius[i] = sure ? 0 : Double.POSITIVE_INFINITY;
    }
    return radius;
  }

  /** Returns infinity where an element of which nothing is known goes in. */
  private double[] contaminated(Tensor node, double[] radius) {
    for (int k = 0; k < node.operands().size(); k++) {
      double[] own = radii.get(node.operand(k));
      if (node.primitive() instanceof ReduceMax(var axes)) {
        Tensor sum = Tensor.apply(new ReduceSum(axes), node.operand(k));
        own = evaluate(sum, own);
      }
      for (int i = 0; i < radius.length; i++) {
        boolean unknown = own[node.primitive() instanceof UniformRandom ? 0 : i] > greatest;
        radius[i] = unknown ? Double.POSITIVE_INFINITY : radius[i];
      }
    }
    return radius;
  }

  // Elementwise.

  private double[] atCorners(Tensor node, double[] value) {
    double[] radius = new double[value.length];
    for (int corner = 0; corner < 1 << node.operands().size(); corner++) {
      double[] there = evaluate(node, corner(node, corner));
      for (int i = 0; i < radius.length; i++) {
        radius[i] = Math.max(radius[i], distance(there[i], value[i]));
      }
    }
    int units = units(node.primitive());
    for (int i = 0; i < radius.length; i++) {
      radius[i] += Double.isFinite(value[i]) ? rounding(value[i], units) : 0;
      radius[i] = isDiscontinuous(node, i) ? Double.POSITIVE_INFINITY : radius[i];
    }
    return radius;
  }

  private double rounding(double value, int units) {
    return value == 0 ? 0 : units * unit * Math.max(Math.abs(value), least);
  }

  private double[][] corner(Tensor node, int corner) {
    double[][] operands = operands(node);
    for (int k = 0; k < operands.length; k++) {
      double[] radius = radii.get(node.operand(k));
      double sign = (corner >> k & 1) == 0 ? 1 : -1;
      double[] middle = operands[k];
      operands[k] =
          IntStream.range(0, middle.length)
              .mapToDouble(i -> middle[i] + sign * radius[i])
              .toArray();
    }
    return operands;
  }

  private static double distance(double there, double value) {
    if (there == value || Double.isNaN(there) && Double.isNaN(value)) {
      return 0;
    }
    double distance = Math.abs(there - value);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  /** Where corners do not show a jump, a pole or a whole period that lies between them. */
  private boolean isDiscontinuous(Tensor node, int i) {
    return switch (node.primitive()) {
      case Unary unary ->
          switch (unary) {
            case RECIPROCAL -> at(node, 0).value[i] == 0;
            case SIN, COS, TAN -> at(node, 0).radius[i] > 0.5;
            default -> false;
          };
      case Binary binary ->
          switch (binary) {
            case DIV -> at(node, 1).value[i] == 0;
            case POW -> at(node, 0).value[i] == 0 && at(node, 1).value[i] < 0;
            case EQUAL -> at(node, 0).touches(at(node, 1), i);
            default -> false;
          };
      case Select _ -> at(node, 0).reachesZero(i);
      default -> false;
    };
  }

  private record Interval(double[] value, double[] radius) {

    boolean touches(Interval other, int i) {
      double both = radius[i] + other.radius[i];
      return both > 0 && Math.abs(value[i] - other.value[i]) <= both;
    }

    boolean reachesZero(int i) {
      return radius[i] > 0 && Math.abs(value[i]) <= radius[i];
    }
  }

  private Interval at(Tensor node, int operand) {
    return new Interval(values.get(node.operand(operand)), radii.get(node.operand(operand)));
  }

  private static int units(Primitive primitive) {
    return switch (primitive) {
      case Unary unary ->
          switch (unary) {
            case NEG, ABS, SIGN, FLOOR -> 0;
            case RECIPROCAL, SQRT, SQUARE -> ROUNDED;
            default -> FUNCTION;
          };
      case Binary binary ->
          switch (binary) {
            case ADD, SUB, MUL, DIV, DIV_NO_NAN -> ROUNDED;
            case POW -> FUNCTION;
            default -> 0;
          };
      case ScaledBessel _ -> FUNCTION;
      default -> 0;
    };
  }

  // Evaluation.

  private double[][] operands(Tensor node) {
    return node.operands().stream().map(values::get).toArray(double[][]::new);
  }

  private double[][] radii(Tensor node) {
    return node.operands().stream().map(radii::get).toArray(double[][]::new);
  }

  private static double[] evaluate(Tensor node, double[]... operands) {
    double[] result = new double[node.shape().size()];
    node.primitive().evaluate(node, operands, result);
    return result;
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
