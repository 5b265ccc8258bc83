package org.prairieml.engine.fuse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.engine.loop.Fold;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Concat;
import org.prairieml.graph.Pad;
import org.prairieml.graph.ReduceMax;
import org.prairieml.graph.ReduceSum;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Something that a fused loop leaves in memory.
 *
 * @param target the tensor whose memory it is
 * @param root the tensor whose elements are stored or folded; its shape is the loop's space
 * @param place where each of them goes in the target's memory, by index of the space
 * @param fold the reduction, or null where every element has a place of its own
 * @param fill what the whole target holds before, or null where nothing needs to be there
 */
public record Sink(Tensor target, Tensor root, View place, Fold fold, Double fill) {

  /** Returns the extent of the loop. */
  public Shape space() {
    return root.shape();
  }

  /** Returns whether the target is the root itself, stored in its own order. */
  public boolean isPlain() {
    return target == root;
  }

  /** Returns the sinks that together make a tensor. */
  static List<Sink> of(Tensor target) {
    return switch (target.primitive()) {
      case ReduceSum(var axes) -> List.of(reduction(target, axes, Fold.SUM));
      case ReduceMax(var axes) -> List.of(reduction(target, axes, Fold.MAX));
      case Concat(var axis) -> parts(target, axis);
      case Pad pad -> List.of(padded(target, pad));
      case Reshape _ -> List.of(copied(target, target.operand(0)));
      default -> List.of(new Sink(target, target, View.dense(target.shape()), null, null));
    };
  }

  private static Sink copied(Tensor target, Tensor root) {
    return new Sink(target, root, View.dense(root.shape()), null, null);
  }

  private static Sink reduction(Tensor target, List<Integer> axes, Fold fold) {
    Tensor root = target.operand(0);
    Shape source = root.shape();
    Shape kept =
        Shape.of(
            IntStream.range(0, source.rank())
                .map(i -> axes.contains(i) ? 1 : source.dimension(i))
                .toArray());
    View place = View.dense(kept).broadcast(source);
    return new Sink(target, root, place, fold, fold.identity());
  }

  private static List<Sink> parts(Tensor target, int axis) {
    View whole = View.dense(target.shape());
    List<Sink> sinks = new ArrayList<>();
    int from = 0;
    for (Tensor part : target.operands()) {
      List<Integer> start = new ArrayList<>(ones(target.shape().rank(), 0));
      start.set(axis, from);
      View place = whole.slice(part.shape(), start, ones(target.shape().rank(), 1));
      sinks.add(new Sink(target, part, place, null, null));
      from += part.shape().dimension(axis);
    }
    return sinks;
  }

  private static List<Integer> ones(int count, int value) {
    return java.util.Collections.nCopies(count, value);
  }

  private static Sink padded(Tensor target, Pad pad) {
    Tensor root = target.operand(0);
    List<Integer> step = pad.interior().stream().map(n -> n + 1).toList();
    View place = View.dense(target.shape()).slice(root.shape(), pad.before(), step);
    return new Sink(target, root, place, null, 0.0);
  }
}
