package org.prairieml.engine.loop;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.VectorTypes;

/**
 * Writes one reduction of a fused loop.
 *
 * <p>Every lane is folded on its own, in the order of the loop; lanes are folded into one value at
 * the end, as a balanced tree. So the result depends on the vector's width, and on nothing else.
 */
final class FoldEmitter {

  /** Where the running result is kept. */
  private enum Place {
    /** In a register over a row: the target stays along the inner axis only. */
    ROW,
    /** In a register over everything, row after row: the target stays along both axes. */
    ALL,
    /** At the target itself, a vector at a time: it moves along the vector axis. */
    TARGET,
    /** A vector per inner position in scratch space: the target stays along the vector axis. */
    COLUMNS
  }

  private final LoopEmitter loop;
  private final CodeBuilder code;
  private final VectorTypes types;
  private final LoopStructure.FoldInto fold;
  private final LoopEmitter.Access target;
  private final Place place;
  private final int columnsBefore;
  private final int accumulator;
  private final int total;

  /**
   * Prepares a reduction.
   *
   * @param position of its target among the accesses
   * @param columnsBefore how many folds before this one keep their columns in scratch space
   */
  FoldEmitter(LoopEmitter loop, LoopStructure.FoldInto fold, int position, int columnsBefore) {
    this.loop = loop;
    this.code = loop.code();
    this.types = loop.types();
    this.fold = fold;
    this.target = loop.access(position);
    this.place = place(fold.pattern(), loop.structure().vectorInner());
    this.columnsBefore = columnsBefore;
    this.accumulator = code.allocateLocal(TypeKind.REFERENCE);
    this.total = code.allocateLocal(TypeKind.REFERENCE);
  }

  private static Place place(AccessPattern pattern, boolean vectorInner) {
    boolean outer = pattern.outer() != Stride.ZERO;
    boolean inner = pattern.inner() != Stride.ZERO;
    if (!inner) {
      return outer ? Place.ROW : Place.ALL;
    }
    return vectorInner || outer ? Place.TARGET : Place.COLUMNS;
  }

  /** Returns whether it needs a vector of scratch space per inner position. */
  boolean keepsColumns() {
    return place == Place.COLUMNS;
  }

  void beforeLoops() {
    if (place == Place.ALL) {
      reset(total);
    } else if (place == Place.COLUMNS) {
      CountedLoop.from(
          code,
          loop.inner(),
          loop.innerFrom(),
          loop.innerTo(),
          1,
          () -> {
            types.broadcast(code, fold.fold().identity());
            code.aload(loop.scratch());
            column();
            types.store(code, false);
          });
    }
  }

  void beforeRow() {
    if (place == Place.ROW || place == Place.ALL) {
      reset(accumulator);
    }
  }

  private void reset(int local) {
    types.broadcast(code, fold.fold().identity());
    code.astore(local);
  }

  void each(boolean masked) {
    switch (place) {
      case ROW, ALL -> {
        code.aload(accumulator);
        value(masked && loop.structure().vectorInner());
        combine();
        code.astore(accumulator);
      }
      case TARGET -> {
        loop.loadVector(target, masked);
        code.aload(loop.body().local(fold.value()));
        combine();
        loop.storeVector(target, masked);
      }
      case COLUMNS -> {
        types.species(code);
        code.aload(loop.scratch());
        column();
        types.load(code);
        value(masked);
        combine();
        code.aload(loop.scratch());
        column();
        types.store(code, false);
      }
    }
  }

  /** Pushes the value, neutral outside of the mask where lanes are folded together later. */
  private void value(boolean masked) {
    neutral(loop.body().local(fold.value()), masked);
  }

  private void neutral(int local, boolean masked) {
    if (masked) {
      types.broadcast(code, fold.fold().identity());
      code.aload(local).aload(loop.mask());
      types.blend(code);
    } else {
      code.aload(local);
    }
  }

  private void combine() {
    types.binary(code, fold.fold() == Fold.SUM ? "add" : "max");
  }

  /** Pushes the position of the inner index's column in scratch space. */
  private void column() {
    code.iload(loop.inner());
    code.iload(loop.innerTo()).loadConstant(columnsBefore).imul().iadd();
    code.loadConstant(2).iadd().loadConstant(loop.lanes()).imul();
  }

  void afterRow(boolean masked) {
    if (place == Place.ALL) {
      code.aload(total);
      neutral(accumulator, masked);
      combine();
      code.astore(total);
    }
    if (place != Place.ROW) {
      return;
    }
    if (loop.structure().vectorInner()) {
      intoTarget();
    } else {
      loop.loadVector(target, masked);
      code.aload(accumulator);
      combine();
      loop.storeVector(target, masked);
    }
  }

  void afterLoops() {
    if (place == Place.ALL) {
      code.iload(target.base()).istore(target.row());
      code.aload(total).astore(accumulator);
      intoTarget();
    } else if (place == Place.COLUMNS) {
      code.iload(target.base()).istore(target.row());
      CountedLoop.from(
          code,
          loop.inner(),
          loop.innerFrom(),
          loop.innerTo(),
          1,
          () -> {
            types.species(code);
            code.aload(loop.scratch());
            column();
            types.load(code);
            code.astore(accumulator);
            intoTarget();
          });
    }
  }

  /** Folds the accumulator's lanes and the target's element into the target's element. */
  private void intoTarget() {
    code.aload(accumulator).aload(loop.scratch()).iconst_0();
    types.store(code, false);
    code.aload(target.array());
    loop.position(target);
    code.dup2();
    types.element(code);
    tree(0, loop.lanes());
    types.foldScalars(code, fold.fold() == Fold.SUM);
    types.storeElement(code);
  }

  private void tree(int from, int to) {
    if (to - from == 1) {
      code.aload(loop.scratch()).loadConstant(from);
      types.element(code);
      return;
    }
    int middle = (from + to) / 2;
    tree(from, middle);
    tree(middle, to);
    types.foldScalars(code, fold.fold() == Fold.SUM);
  }
}
