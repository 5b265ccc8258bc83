package org.prairieml.engine.interpret;

import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.loop.Fold;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.memory.Elements;

/**
 * A reduction of an interpreted loop: every lane is folded in the order in which the generated code
 * folds it, so that the bits are the same.
 */
final class InterpretedFold {

  private final boolean vectorInner;
  private final boolean movesOuter;
  private final boolean movesInner;
  private final boolean apart;
  private final boolean scalar;
  private final Fold fold;
  private final double identity;
  private final int lanes;
  private final NumberFormat format;
  private final Elements row;
  private final Elements total;
  private Elements columns;
  private final Call each;
  private final Call vectors;
  private final Call rowIntoTarget;
  private final Call rowIntoTotal;

  /**
   * Prepares a reduction.
   *
   * @param scalar whether the value is one number for the whole block
   */
  InterpretedFold(LoopStructure loop, LoopStructure.FoldInto into, boolean scalar, int block) {
    this.format = loop.format();
    this.scalar = scalar;
    this.vectorInner = loop.vectorInner();
    this.movesOuter = into.pattern().outer() != Stride.ZERO;
    this.movesInner = into.pattern().inner() != Stride.ZERO;
    this.apart = (vectorInner ? into.pattern().inner() : into.pattern().outer()) == Stride.ANY;
    this.fold = into.fold();
    this.identity = fold.identity();
    this.lanes = VectorTypes.lanes(format);
    this.row = Elements.allocate(format, block);
    this.total = Elements.allocate(format, lanes);
    this.columns = Elements.allocate(format, 0);
    boolean eachApart = apart && atTarget();
    this.each = new Call(BlockKernels.foldEach(format, fold, scalar, eachApart), 3);
    this.vectors = new Call(BlockKernels.foldVectors(format, fold, scalar), 3);
    this.rowIntoTarget = new Call(BlockKernels.foldEach(format, fold, false, apart), 3);
    this.rowIntoTotal = new Call(BlockKernels.foldVectors(format, fold, false), 3);
  }

  private boolean atTarget() {
    return movesInner && (vectorInner || movesOuter);
  }

  private boolean inColumns() {
    return movesInner && !atTarget();
  }

  void beforeLoops(int innerExtent) {
    if (inColumns()) {
      if (columns.size() < innerExtent * lanes) {
        columns = Elements.allocate(format, innerExtent * lanes);
      }
      columns.fill(0, innerExtent * lanes, identity);
    } else if (!movesInner && !movesOuter) {
      total.fill(0, lanes, identity);
    }
  }

  void beforeRow(int count) {
    if (!movesInner) {
      row.fill(0, vectorInner ? lanes : count, identity);
    }
  }

  /**
   * Folds a block of values.
   *
   * @param target where the target's element for the block's first index stands
   */
  void each(
      Object values, int position, int count, int inner, Object target, int place, int stride) {
    if (atTarget()) {
      into(each.at(0, values, position), target, place, stride).run(count);
    } else if (inColumns()) {
      intoVector(vectors, values, position, scalar, count, columns.array(), inner * lanes);
    } else if (vectorInner) {
      intoVector(vectors, values, position, scalar, count, row.array(), 0);
    } else {
      into(each.at(0, values, position), row.array(), 0, 1).run(count);
    }
  }

  private void intoVector(
      Call call, Object values, int position, boolean same, int count, Object vector, int place) {
    int whole = count / lanes;
    if (whole > 0) {
      into(call.at(0, values, position), vector, place, 1).run(whole, lanes, lanes);
    }
    int rest = count - whole * lanes;
    if (rest > 0) {
      int from = same ? position : position + whole * lanes;
      into(call.at(0, values, from), vector, place, 1).run(1, 0, rest);
    }
  }

  void afterRow(int count, Object target, int place, int stride) {
    if (movesInner) {
      return;
    }
    if (!movesOuter) {
      int size = vectorInner ? lanes : count;
      intoVector(rowIntoTotal, row.array(), 0, false, size, total.array(), 0);
    } else if (vectorInner) {
      intoElement(row, 0, target, place);
    } else {
      into(rowIntoTarget.at(0, row.array(), 0), target, place, stride).run(count);
    }
  }

  void afterLoops(int innerFrom, int innerTo, Object target, int base, int innerStride) {
    if (inColumns()) {
      for (int inner = innerFrom; inner < innerTo; inner++) {
        intoElement(columns, inner * lanes, target, base + inner * innerStride);
      }
    } else if (!movesInner && !movesOuter) {
      intoElement(total, 0, target, base);
    }
  }

  /** The target is read and written. */
  private static Call into(Call call, Object target, int place, int stride) {
    return call.at(1, target, place).stride(1, stride).at(2, target, place).stride(2, stride);
  }

  /** Folds the lanes of a vector and an element into the element. */
  private void intoElement(Elements vector, int from, Object target, int place) {
    if (target instanceof float[] floats) {
      floats[place] = (float) fold(floats[place], (float) tree(vector, from, lanes));
    } else {
      double[] doubles = (double[]) target;
      doubles[place] = fold(doubles[place], tree(vector, from, lanes));
    }
  }

  /** The sum of two floats, taken in double precision and rounded, is correctly rounded. */
  private double tree(Elements vector, int from, int count) {
    if (count == 1) {
      return vector.get(from);
    }
    int half = count / 2;
    return format.round(fold(tree(vector, from, half), tree(vector, from + half, count - half)));
  }

  private double fold(double a, double b) {
    return fold == Fold.SUM ? a + b : Math.max(a, b);
  }
}
