package org.prairieml.engine.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * Draws views of views, and says by the graph's own primitives which elements they must show: the
 * same steps applied to an array whose elements are their own positions.
 */
final class RandomViews {

  private static final int LARGEST = 3000;

  private final Random random;
  private View view;
  private Tensor tensor;

  RandomViews(long seed) {
    this.random = new Random(seed);
    Shape shape =
        Shape.of(IntStream.range(0, 1 + random.nextInt(4)).map(_ -> dimension()).toArray());
    this.view = View.dense(shape);
    this.tensor = Tensor.iota(shape.size()).reshape(shape);
  }

  private int dimension() {
    return List.of(1, 2, 3, 4, 6).get(random.nextInt(5));
  }

  View view() {
    return view;
  }

  /** Replaces the view by a view of it. */
  void step() {
    switch (random.nextInt(4)) {
      case 0 -> permute();
      case 1 -> slice();
      case 2 -> broadcast();
      default -> reshape();
    }
  }

  private void permute() {
    List<Integer> axes = new ArrayList<>(IntStream.range(0, view.shape().rank()).boxed().toList());
    Collections.shuffle(axes, random);
    view = view.permute(axes);
    tensor = tensor.permute(axes.stream().mapToInt(axis -> axis).toArray());
  }

  private void slice() {
    int rank = view.shape().rank();
    if (rank == 0) {
      return;
    }
    int axis = random.nextInt(rank);
    int from = random.nextInt(view.shape().dimension(axis));
    int step = 1 + random.nextInt(3);
    tensor = tensor.slice(axis, from, view.shape().dimension(axis), step);
    List<Integer> start = new ArrayList<>(Collections.nCopies(rank, 0));
    List<Integer> steps = new ArrayList<>(Collections.nCopies(rank, 1));
    start.set(axis, from);
    steps.set(axis, step);
    view = view.slice(tensor.shape(), start, steps);
  }

  private void broadcast() {
    int[] dimensions =
        IntStream.of(view.shape().dimensions()).map(n -> n == 1 ? dimension() : n).toArray();
    Shape target = Shape.of(dimensions);
    if (random.nextBoolean()) {
      target = target.insert(0, dimension());
    }
    if (target.size() <= LARGEST) {
      view = view.broadcast(target);
      tensor = tensor.broadcast(target);
    }
  }

  private void reshape() {
    Shape target = otherShape();
    view.reshape(target)
        .ifPresent(reshaped -> {
          view = reshaped;
          tensor = tensor.reshape(target);
        });
  }

  /** Returns a shape of the same size: neighboring axes joined, axes split, or axes of 1 added. */
  Shape otherShape() {
    List<Integer> dimensions =
        new ArrayList<>(IntStream.of(view.shape().dimensions()).boxed().toList());
    for (int i = 0; i < 3; i++) {
      change(dimensions);
    }
    return Shape.of(dimensions.stream().mapToInt(n -> n).toArray());
  }

  private void change(List<Integer> dimensions) {
    int axis = random.nextInt(dimensions.size() + 1);
    if (axis == dimensions.size() || random.nextInt(5) == 0) {
      dimensions.add(axis, 1);
    } else if (axis + 1 < dimensions.size() && random.nextBoolean()) {
      dimensions.set(axis, dimensions.get(axis) * dimensions.remove(axis + 1));
    } else if (dimensions.get(axis) % 2 == 0) {
      dimensions.set(axis, dimensions.get(axis) / 2);
      dimensions.add(axis, 2);
    }
  }

  /** Returns the positions that the view shows, in row-major order of its index. */
  int[] positions() {
    Shape shape = view.shape();
    return IntStream.range(0, shape.size()).map(i -> position(shape, i)).toArray();
  }

  private int position(Shape shape, int i) {
    int position = view.offset();
    for (int axis = 0; axis < shape.rank(); axis++) {
      int index = i / shape.sizeBetween(axis + 1, shape.rank()) % shape.dimension(axis);
      position += index * view.strides().get(axis);
    }
    return position;
  }

  /** Returns the positions that it must show. */
  int[] expected() {
    Program program = Program.builder("view").output("y", tensor).build();
    double[] values = new ReferenceEvaluator(program).run().output("y");
    return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
  }

  @Override
  public String toString() {
    return view.toString();
  }
}
