package org.prairieml.engine.loop;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LookUp;

/**
 * Writes the look-ups of a fused loop: indices become positions in an array of their own, by which
 * the elements are gathered.
 */
final class LookUpEmitter {

  private final LoopEmitter loop;
  private final CodeBuilder code;
  private final int positions;
  private Places stored;

  /**
   * Where a vector of indices is in tables of some size.
   *
   * @param index the indices
   * @param size the size of the tables
   */
  private record Places(Lane index, int size) {}

  LookUpEmitter(LoopEmitter loop) {
    this.loop = loop;
    this.code = loop.code();
    this.positions = code.allocateLocal(TypeKind.REFERENCE);
  }

  /** Keeps the array on the stack, which has room for positions. */
  void declarePositions() {
    code.checkcast(ConstantDescs.CD_int.arrayType()).astore(positions);
  }

  /** Says that what comes does not run right after what has been written. */
  void startAnew() {
    stored = null;
  }

  /**
   * Pushes the elements. Lanes outside of a mask look up something, too: every position is in the
   * table.
   */
  void emit(LaneInstruction instruction) {
    LookUp table = (LookUp) instruction.payload();
    storePositions(new Places(instruction.operands().getFirst(), table.size()));
    LoopEmitter.Access access = loop.access(table.load());
    loop.types().species(code);
    code.aload(access.array()).iload(access.base());
    code.aload(positions).loadConstant(LoopKernel.POSITIONS);
    loop.types().gather(code);
  }

  /** Tables of one size at the same indices have the same positions. */
  private void storePositions(Places places) {
    if (!places.equals(stored)) {
      code.aload(loop.body().local(places.index()));
      loop.types().storePositions(code, places.size() - 1, positions, LoopKernel.POSITIONS);
      stored = places;
    }
  }
}
