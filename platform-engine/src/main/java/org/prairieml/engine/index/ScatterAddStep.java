package org.prairieml.engine.index;

import org.prairieml.engine.memory.Block;
import org.prairieml.engine.memory.Elements;
import org.prairieml.engine.step.Step;
import org.prairieml.graph.ScatterAdd;
import org.prairieml.graph.Shape;

/** Sums of slices at indices of an axis, bound to memory; slices are added in their order. */
public final class ScatterAddStep implements Step {

  private final Block slices;
  private final Block result;
  private final SlicePositions positions;
  private final int outer;
  private final int size;
  private final int inner;

  /** Binds a sum. */
  public ScatterAddStep(ScatterAdd operation, Block slices, Block indices, Block result) {
    Shape shape = result.shape();
    this.slices = slices;
    this.result = result;
    this.outer = shape.sizeBetween(0, operation.axis());
    this.size = operation.size();
    this.inner = shape.sizeBetween(operation.axis() + 1, shape.rank());
    this.positions = new SlicePositions(indices, size);
  }

  @Override
  public void run() {
    result.elements().fill(result.offset(), result.offset() + result.size(), 0);
    int[] targets = positions.read();
    for (int block = 0; block < outer; block++) {
      int from = slices.offset() + block * targets.length * inner;
      int to = result.offset() + block * size * inner;
      switch (slices.elements()) {
        case Elements.Floats(float[] values) -> {
          float[] sums = (float[]) result.elements().array();
          if (inner == 1) {
            addElements(targets, values, from, sums, to);
          } else {
            addSlices(targets, values, from, sums, to);
          }
        }
        case Elements.Doubles(double[] values) -> {
          double[] sums = (double[]) result.elements().array();
          if (inner == 1) {
            addElements(targets, values, from, sums, to);
          } else {
            addSlices(targets, values, from, sums, to);
          }
        }
      }
    }
  }

  private static void addElements(int[] targets, float[] values, int from, float[] sums, int to) {
    for (int i = 0; i < targets.length; i++) {
      sums[to + targets[i]] += values[from + i];
    }
  }

  private static void addElements(int[] targets, double[] values, int from, double[] sums, int to) {
    for (int i = 0; i < targets.length; i++) {
      sums[to + targets[i]] += values[from + i];
    }
  }

  private void addSlices(int[] targets, float[] values, int from, float[] sums, int to) {
    for (int i = 0; i < targets.length; i++) {
      int slice = from + i * inner;
      int sum = to + targets[i] * inner;
      for (int j = 0; j < inner; j++) {
        sums[sum + j] += values[slice + j];
      }
    }
  }

  private void addSlices(int[] targets, double[] values, int from, double[] sums, int to) {
    for (int i = 0; i < targets.length; i++) {
      int slice = from + i * inner;
      int sum = to + targets[i] * inner;
      for (int j = 0; j < inner; j++) {
        sums[sum + j] += values[slice + j];
      }
    }
  }
}
