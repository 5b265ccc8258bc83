package org.prairieml.engine.fuse;

import java.util.Optional;
import java.util.function.Predicate;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Broadcast;
import org.prairieml.graph.Permute;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.Slice;
import org.prairieml.graph.Tensor;

/**
 * Where the elements of a tensor can be read.
 *
 * @param base a tensor that has memory
 * @param view which of its elements stand where
 */
public record Source(Tensor base, View view) {

  /**
   * Finds where a tensor can be read.
   *
   * @param inMemory which tensors have memory
   * @return empty if the tensor is no view, or one that strides cannot express
   */
  static Optional<Source> of(Tensor tensor, Predicate<Tensor> inMemory) {
    if (inMemory.test(tensor)) {
      return Optional.of(new Source(tensor, View.dense(tensor.shape())));
    }
    if (!Nodes.isView(tensor)) {
      return Optional.empty();
    }
    return of(tensor.operand(0), inMemory).flatMap(source -> source.seenThrough(tensor));
  }

  /** Finds where a view can be read of what is read here, if strides can express it. */
  Optional<Source> seenThrough(Tensor tensor) {
    return view(tensor).map(seen -> new Source(base, seen));
  }

  private Optional<View> view(Tensor tensor) {
    return switch (tensor.primitive()) {
      case Broadcast(var target) -> Optional.of(view.broadcast(target));
      case Reshape(var target) -> view.reshape(target);
      case Permute(var axes) -> Optional.of(view.permute(axes));
      case Slice slice -> Optional.of(view.slice(tensor.shape(), slice.start(), slice.step()));
      default -> Optional.empty();
    };
  }
}
