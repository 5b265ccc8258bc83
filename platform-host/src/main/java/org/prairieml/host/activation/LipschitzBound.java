package org.prairieml.host.activation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.PriorityQueue;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.GraphException;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * The Lipschitz constant of a function on [-5, 5], between two bounds.
 *
 * <p>The upper one is proved: by branch and bound over intervals, whose slopes are enclosed by
 * interval arithmetic and by the mean value theorem (R. E. Moore, R. B. Kearfott, M. J. Cloud,
 * Introduction to interval analysis, 2009, chapter 6). Where pieces of a function meet, intervals
 * are halved down to the last digits; the slopes there are those on both sides, and a jump below
 * 1e-9 counts as rounding.
 *
 * @param atLeast the largest slope that was found, NaN where the function is not a number
 * @param atMost what no slope exceeds; infinite where nothing could be proved, as with jumps and
 *     poles
 */
public record LipschitzBound(double atLeast, double atMost) {

  private static final Interval RANGE = new Interval(-5, 5);
  private static final double RELATIVE_GAP = 1e-9;
  private static final double JUMP = 1e-9;

  /** A few units in the last place of the ends. */
  private static final double SMALLEST = 0x1p-48;

  /** So many elements of graphs are evaluated before what is known must do. */
  private static final long WORK = 10_000_000;

  /** Bounds the slope of a function, with the start values of its parameters. */
  public static LipschitzBound of(SampledFunction function) {
    double found = Steepness.of(function);
    if (!Double.isFinite(found)) {
      return new LipschitzBound(found, found);
    }
    try {
      return new Search(function, found).run();
    } catch (GraphException notForIntervals) {
      return new LipschitzBound(found, Double.POSITIVE_INFINITY);
    }
  }

  /** Numbers next to each other in the search, and what no slope there exceeds. */
  private record Box(Interval x, double slope) {

    boolean isSmallest() {
      return x.high() - x.low() <= SMALLEST;
    }

    /** Returns the last number of the lower half. */
    double middle() {
      return Math.min(x.low() / 2 + x.high() / 2, Math.nextDown(x.high()));
    }
  }

  /** A search for the largest slope. */
  private static final class Search {

    private final IntervalEvaluator value;
    private final IntervalEvaluator slope;
    private final IntervalEvaluator curvature;
    private final ReferenceEvaluator exact;
    private double found;
    private long work;

    Search(SampledFunction function, double found) {
      Program.Builder builder = Program.builder("slope");
      Tensor x = builder.input("x", Shape.of(1, 1));
      Tensor y = function.apply(x, new LinkedHashMap<>());
      Tensor first = Gradients.of(y.sum(0, 1), x);
      this.value = new IntervalEvaluator(y);
      this.slope = new IntervalEvaluator(first);
      this.curvature = new IntervalEvaluator(Gradients.of(first.sum(0, 1), x));
      this.exact = new ReferenceEvaluator(builder.output("f", y).output("df", first).build());
      this.found = found;
    }

    LipschitzBound run() {
      double bound = isContinuous() ? largestSlope() : Double.POSITIVE_INFINITY;
      return new LipschitzBound(found, Math.max(found, bound));
    }

    private Interval enclosed(IntervalEvaluator function, Interval x) {
      work += function.size();
      return function.of(x);
    }

    /** Looks at neighboring numbers wherever the function may have a step. */
    private boolean isContinuous() {
      Deque<Box> open = new ArrayDeque<>();
      open.push(new Box(RANGE, 0));
      while (!open.isEmpty()) {
        Box box = open.pop();
        enclosed(value, box.x());
        if (!value.hasSteps()) {
          continue;
        }
        double middle = box.middle();
        double next = Math.nextUp(middle);
        if (box.isSmallest() ? jumps(box.x().low(), box.x().high()) : jumps(middle, next)) {
          return false;
        }
        if (!box.isSmallest()) {
          open.push(new Box(new Interval(box.x().low(), middle), 0));
          open.push(new Box(new Interval(next, box.x().high()), 0));
        }
      }
      return work < WORK;
    }

    private boolean jumps(double left, double right) {
      double before = at("f", left);
      return work > WORK
          || Math.abs(at("f", right) - before) > JUMP * Math.max(1, Math.abs(before));
    }

    private double at(String output, double point) {
      work += value.size();
      return exact.set("x", point).run().get(output).values()[0];
    }

    private double largestSlope() {
      PriorityQueue<Box> open =
          new PriorityQueue<>(Comparator.comparingDouble(box -> -box.slope()));
      open.add(box(RANGE.low(), RANGE.high()));
      while (open.peek().slope() > found * (1 + RELATIVE_GAP) && work < WORK) {
        Box box = open.poll();
        if (box.isSmallest()) {
          return box.slope();
        }
        double middle = box.middle();
        open.add(box(box.x().low(), middle));
        open.add(box(Math.nextUp(middle), box.x().high()));
      }
      return open.peek().slope();
    }

    private Box box(double low, double high) {
      Interval x = new Interval(low, high);
      Interval natural = enclosed(slope, x);
      if (!slope.hasSteps()) {
        return new Box(x, Math.min(natural.magnitude(), byMeanValue(x)));
      }
      Box box = new Box(x, natural.magnitude());
      return box.isSmallest() && Double.isFinite(box.slope())
          ? new Box(x, Math.max(Math.abs(at("df", low)), Math.abs(at("df", high))))
          : box;
    }

    private double byMeanValue(Interval x) {
      double middle = x.low() / 2 + x.high() / 2;
      Interval center = enclosed(slope, Interval.point(middle));
      found = Math.max(found, center.mignitude());
      Interval change = enclosed(curvature, x).times(x.minus(Interval.point(middle)));
      return center.plus(change).magnitude();
    }
  }
}
