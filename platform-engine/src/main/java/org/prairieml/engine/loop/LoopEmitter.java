package org.prairieml.engine.loop;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.HiddenClass;
import org.prairieml.engine.bytecode.LaneEmitter;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;

/**
 * Writes a fused loop as the class of a {@link LoopKernel}.
 *
 * <p>The skeleton is two nested loops, one of which steps by a vector of lanes and has a copy for
 * the rest, in which stores and folds work under a mask. What does not change along the inner axis
 * is computed before the inner loop, what changes along neither before both.
 */
public final class LoopEmitter {

  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
  private static final int ARRAYS = 1;
  private static final int NUMBERS = 2;

  private final LoopStructure loop;
  private final CodeBuilder code;
  private final VectorTypes types;
  private final int lanes;
  private final LaneEmitter body;
  private final int[] levels;
  private final List<Access> accesses = new ArrayList<>();
  private final List<FoldEmitter> folds = new ArrayList<>();
  private final int scratch;
  private final LookUpEmitter lookUps;
  private final int outerFrom;
  private final int outerTo;
  private final int innerFrom;
  private final int innerTo;
  private final int outer;
  private final int inner;
  private final int mask;
  private final int remaining;

  /**
   * The local variables of an access: its array, lane offsets, base and place in the outer loop.
   */
  record Access(
      AccessPattern pattern,
      int array,
      int map,
      int base,
      int outerStride,
      int innerStride,
      int row) {}

  private LoopEmitter(LoopStructure loop, CodeBuilder code) {
    this.loop = loop;
    this.code = code;
    this.types = VectorTypes.of(loop.format());
    this.lanes = VectorTypes.lanes(loop.format());
    this.scratch = code.allocateLocal(TypeKind.REFERENCE);
    this.body = new LaneEmitter(code, types, loop.body(), lanes, scratch);
    this.levels = LoopLevels.of(loop);
    this.outerFrom = number(0);
    this.outerTo = number(1);
    this.innerFrom = number(2);
    this.innerTo = number(3);
    this.outer = code.allocateLocal(TypeKind.INT);
    this.inner = code.allocateLocal(TypeKind.INT);
    this.mask = code.allocateLocal(TypeKind.REFERENCE);
    this.remaining = code.allocateLocal(TypeKind.INT);
    this.lookUps = new LookUpEmitter(this);
  }

  /** Returns the class of a loop, ready to run. */
  public static LoopKernel compile(LoopStructure loop) {
    return HiddenClass.define(
        LoopKernel.class,
        "run",
        MethodTypeDesc.of(ConstantDescs.CD_void, OBJECTS, INTS),
        code -> new LoopEmitter(loop, code).emit());
  }

  private int number(int position) {
    int local = code.allocateLocal(TypeKind.INT);
    code.aload(NUMBERS).loadConstant(position).iaload().istore(local);
    return local;
  }

  private void emit() {
    loop.loads().forEach(this::declare);
    loop.stores().forEach(store -> declare(store.pattern()));
    loop.folds().forEach(fold -> declare(fold.pattern()));
    code.aload(ARRAYS).loadConstant(2 * loop.accesses()).aaload();
    code.checkcast(types.array()).astore(scratch);
    if (loop.looksUp()) {
      code.aload(ARRAYS).loadConstant(2 * loop.accesses() + 1).aaload();
      lookUps.declarePositions();
    }
    declareFolds();
    instructions(0, false);
    folds.forEach(FoldEmitter::beforeLoops);
    if (loop.vectorInner()) {
      rows();
    } else {
      columns();
    }
    folds.forEach(FoldEmitter::afterLoops);
    code.return_();
  }

  private void declare(AccessPattern pattern) {
    int position = accesses.size();
    int array = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(ARRAYS).loadConstant(position).aaload().checkcast(types.array()).astore(array);
    int map = -1;
    if (pattern.along(loop.vectorInner()) == Stride.ANY) {
      map = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(ARRAYS).loadConstant(loop.accesses() + position).aaload();
      code.checkcast(INTS).astore(map);
    }
    int base = number(LoopKernel.HEADER + LoopKernel.PER_ACCESS * position);
    int outerStride = number(LoopKernel.HEADER + LoopKernel.PER_ACCESS * position + 1);
    int innerStride = number(LoopKernel.HEADER + LoopKernel.PER_ACCESS * position + 2);
    int row = code.allocateLocal(TypeKind.INT);
    accesses.add(new Access(pattern, array, map, base, outerStride, innerStride, row));
  }

  private void declareFolds() {
    int first = loop.loads().size() + loop.stores().size();
    int columns = 0;
    for (int i = 0; i < loop.folds().size(); i++) {
      FoldEmitter fold = new FoldEmitter(this, loop.folds().get(i), first + i, columns);
      folds.add(fold);
      columns += fold.keepsColumns() ? 1 : 0;
    }
  }

  /** The outer loop goes row by row, the inner one along the row by vectors. */
  private void rows() {
    CountedLoop.from(
        code,
        outer,
        outerFrom,
        outerTo,
        1,
        () -> {
          startRow();
          int main = wholeVectors(innerFrom, innerTo);
          CountedLoop.from(code, inner, innerFrom, main, lanes, () -> innermost(false));
          rest(inner, main, innerTo, () -> innermost(true));
          endRow(false);
        });
  }

  /** The outer loop goes by vectors, the inner one stays on the vector's lanes. */
  private void columns() {
    int main = wholeVectors(outerFrom, outerTo);
    CountedLoop.from(code, outer, outerFrom, main, lanes, () -> column(false));
    rest(outer, main, outerTo, () -> column(true));
  }

  private void column(boolean masked) {
    startRow(masked);
    CountedLoop.from(code, inner, innerFrom, innerTo, 1, () -> innermost(masked));
    endRow(masked);
  }

  private void startRow() {
    startRow(false);
  }

  private void startRow(boolean masked) {
    accesses.forEach(this::placeRow);
    instructions(1, masked);
    folds.forEach(FoldEmitter::beforeRow);
  }

  private void endRow(boolean masked) {
    storesAt(1, masked);
    folds.forEach(fold -> fold.afterRow(masked));
  }

  private void placeRow(Access access) {
    code.iload(access.base());
    if (access.pattern().outer() != Stride.ZERO) {
      code.iload(outer);
      if (access.pattern().outer() == Stride.ANY) {
        code.iload(access.outerStride()).imul();
      }
      code.iadd();
    }
    code.istore(access.row());
  }

  private void innermost(boolean masked) {
    instructions(2, masked);
    storesAt(2, masked);
    folds.forEach(fold -> fold.each(masked));
  }

  private void instructions(int level, boolean masked) {
    lookUps.startAnew();
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] == level) {
        LaneInstruction instruction = loop.body().get(i);
        switch (instruction.op()) {
          case INPUT -> load((Integer) instruction.payload(), level, masked);
          case LOOK_UP -> lookUps.emit(instruction);
          default -> {
            body.emit(i);
            continue;
          }
        }
        code.astore(body.local(new Lane(i, Lane.Kind.REAL)));
      }
    }
  }

  /** A store whose target does not move along the inner axis is done once per row. */
  private void storesAt(int level, boolean masked) {
    for (int i = 0; i < loop.stores().size(); i++) {
      Access access = accesses.get(loop.loads().size() + i);
      if ((access.pattern().inner() == Stride.ZERO ? 1 : 2) == level) {
        code.aload(body.local(loop.stores().get(i).value()));
        storeVector(access, masked);
      }
    }
  }

  private void load(int input, int level, boolean masked) {
    Access access = accesses.get(input);
    if (access.pattern().along(loop.vectorInner()) != Stride.ZERO) {
      loadVector(access, masked);
      return;
    }
    types.species(code);
    code.aload(access.array());
    if (level == 0) {
      code.iload(access.base());
    } else {
      position(access);
    }
    types.element(code);
    types.broadcast(code);
  }

  /** Stores the vector on the stack. */
  void storeVector(Access access, boolean masked) {
    if (access.pattern().along(loop.vectorInner()) != Stride.ANY) {
      code.aload(access.array());
      position(access);
      if (masked) {
        code.aload(mask);
      }
      types.store(code, masked);
    } else if (masked) {
      code.aload(scratch).iconst_0();
      types.store(code, false);
      eachRemainingLane(lane -> {
        code.aload(access.array());
        lanePosition(access, lane);
        code.aload(scratch).iload(lane);
      });
    } else {
      code.aload(access.array());
      position(access);
      code.aload(access.map()).iconst_0();
      types.scatter(code);
    }
  }

  /** Loads the vector at an access; lanes outside of the mask hold anything. */
  void loadVector(Access access, boolean masked) {
    boolean apart = access.pattern().along(loop.vectorInner()) == Stride.ANY;
    if (apart && masked) {
      eachRemainingLane(lane -> {
        code.aload(scratch).iload(lane).aload(access.array());
        lanePosition(access, lane);
      });
    }
    types.species(code);
    if (!apart) {
      code.aload(access.array());
      position(access);
      types.load(code);
    } else if (masked) {
      code.aload(scratch).iconst_0();
      types.load(code);
    } else {
      code.aload(access.array());
      position(access);
      code.aload(access.map()).iconst_0();
      types.gather(code);
    }
  }

  /** Moves elements one by one: a gather checks the places of lanes outside of its mask as well. */
  private void eachRemainingLane(IntConsumer pushPlaceAndSource) {
    int lane = code.allocateLocal(TypeKind.INT);
    Label next = code.newLabel();
    code.iconst_0().istore(lane);
    code.labelBinding(next);
    pushPlaceAndSource.accept(lane);
    types.element(code);
    types.storeElement(code);
    code.iinc(lane, 1).iload(lane).iload(remaining).if_icmplt(next);
  }

  private void lanePosition(Access access, int lane) {
    position(access);
    code.aload(access.map()).iload(lane).iaload().iadd();
  }

  /** Pushes the position of an access in its array. */
  void position(Access access) {
    code.iload(access.row());
    if (access.pattern().inner() != Stride.ZERO) {
      code.iload(inner);
      if (access.pattern().inner() == Stride.ANY) {
        code.iload(access.innerStride()).imul();
      }
      code.iadd();
    }
  }

  /** Returns a local variable with the end of the whole vectors of a range. */
  private int wholeVectors(int from, int to) {
    int main = code.allocateLocal(TypeKind.INT);
    code.iload(to).iload(to).iload(from).isub().loadConstant(lanes - 1).iand().isub().istore(main);
    return main;
  }

  private void rest(int variable, int from, int to, Runnable each) {
    Label done = code.newLabel();
    code.iload(from).iload(to).if_icmpge(done);
    code.iload(from).istore(variable);
    types.rangeMask(code, variable, to);
    code.astore(mask);
    code.iload(to).iload(from).isub().istore(remaining);
    each.run();
    code.labelBinding(done);
  }

  LoopStructure structure() {
    return loop;
  }

  CodeBuilder code() {
    return code;
  }

  VectorTypes types() {
    return types;
  }

  LaneEmitter body() {
    return body;
  }

  Access access(int position) {
    return accesses.get(position);
  }

  int lanes() {
    return lanes;
  }

  int scratch() {
    return scratch;
  }

  int mask() {
    return mask;
  }

  int inner() {
    return inner;
  }

  int innerFrom() {
    return innerFrom;
  }

  int innerTo() {
    return innerTo;
  }
}
