package org.prairieml.engine.interpret;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LaneOp;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopLevels;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;

/**
 * A fused loop that runs at once: instruction by instruction, each over a block of elements.
 *
 * <p>It gives the same bits as the generated code: instructions are the same, and every lane is
 * folded in the same order. Not safe for use by several threads at once.
 */
public final class InterpretedLoop implements LoopKernel {

  /** Elements of a block: those of some dozen instructions stay in L1 together. */
  private static final int BLOCK = 256;

  private final LoopStructure loop;
  private final int[] levels;
  private final Registers registers;
  private final Call[] calls;
  private final List<Call> stores = new ArrayList<>();
  private final List<InterpretedFold> folds = new ArrayList<>();
  private Object[] arrays;
  private int[] numbers;
  private int outer;
  private int inner;
  private int count;

  /** Prepares a loop. */
  public InterpretedLoop(LoopStructure loop) {
    this.loop = loop;
    this.levels = LoopLevels.of(loop);
    this.registers = new Registers(loop, levels, BLOCK);
    this.calls = new Call[loop.body().size()];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = call(i);
    }
    for (LoopStructure.Store store : loop.stores()) {
      boolean apart = store.pattern().along(loop.vectorInner()) == Stride.ANY;
      boolean scalar = registers.isScalar(store.value());
      stores.add(new Call(BlockKernels.copy(loop.format(), scalar, false, apart), 2));
    }
    for (LoopStructure.FoldInto fold : loop.folds()) {
      folds.add(new InterpretedFold(loop, fold, registers.isScalar(fold.value()), BLOCK));
    }
  }

  private Call call(int position) {
    LaneInstruction instruction = loop.body().get(position);
    if (instruction.op() == LaneOp.INPUT) {
      return registers.isGathered(position)
          ? new Call(BlockKernels.copy(loop.format(), false, true, false), 2)
          : null;
    }
    if (isConstant(instruction)) {
      return null;
    }
    List<Boolean> scalars = instruction.operands().stream().map(registers::isScalar).toList();
    return new Call(BlockKernels.of(loop.format(), instruction, scalars), scalars.size() + 1);
  }

  @Override
  public void run(Object[] arrays, int[] numbers) {
    this.arrays = arrays;
    this.numbers = numbers;
    int innerTo = numbers[3];
    compute(0);
    for (InterpretedFold fold : folds) {
      fold.beforeLoops(innerTo);
    }
    if (loop.vectorInner()) {
      rows();
    } else {
      columns();
    }
    for (int i = 0; i < folds.size(); i++) {
      int access = loop.loads().size() + loop.stores().size() + i;
      folds
          .get(i)
          .afterLoops(numbers[2], innerTo, arrays[access], number(access, 0), number(access, 2));
    }
  }

  private void rows() {
    for (outer = numbers[0]; outer < numbers[1]; outer++) {
      inner = numbers[2];
      startRow();
      for (; inner < numbers[3]; inner += BLOCK) {
        count = Math.min(BLOCK, numbers[3] - inner);
        compute(2);
        fold();
        store(2);
      }
      endRow();
    }
  }

  private void columns() {
    for (outer = numbers[0]; outer < numbers[1]; outer += BLOCK) {
      inner = numbers[2];
      count = Math.min(BLOCK, numbers[1] - outer);
      startRow();
      for (; inner < numbers[3]; inner++) {
        compute(2);
        fold();
        store(2);
      }
      endRow();
    }
  }

  private void startRow() {
    compute(1);
    for (InterpretedFold fold : folds) {
      fold.beforeRow(count);
    }
  }

  private void endRow() {
    inner = numbers[2];
    store(1);
    for (int i = 0; i < folds.size(); i++) {
      int access = loop.loads().size() + loop.stores().size() + i;
      folds.get(i).afterRow(count, arrays[access], position(access), vectorStride(access));
    }
  }

  private void compute(int level) {
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] == level) {
        compute(i, loop.body().get(i));
      }
    }
  }

  private static boolean isConstant(LaneInstruction instruction) {
    return instruction.op() == LaneOp.CONSTANT || instruction.op() == LaneOp.BITS_CONSTANT;
  }

  private void compute(int i, LaneInstruction instruction) {
    if (isConstant(instruction)) {
      return;
    }
    if (instruction.op() == LaneOp.INPUT) {
      load(i, (Integer) instruction.payload());
      return;
    }
    Call call = calls[i];
    List<Lane> operands = instruction.operands();
    for (int k = 0; k < operands.size(); k++) {
      int operand = operands.get(k).index();
      call.at(k, registers.array(operand), registers.position(operand));
    }
    call.at(operands.size(), registers.array(i), registers.position(i))
        .run(registers.isScalar(i) ? 1 : extent(i));
  }

  /** What does not change along the vector axis is computed for every block at once. */
  private int extent(int i) {
    boolean everyBlock = levels[i] == 2 || levels[i] == 1 && !loop.vectorInner();
    return everyBlock ? count : BLOCK;
  }

  private void load(int i, int access) {
    if (calls[i] == null) {
      registers.place(i, arrays[access], position(access));
    } else {
      calls[i]
          .at(0, arrays[access], position(access))
          .stride(0, vectorStride(access))
          .at(1, registers.array(i), registers.position(i))
          .run(count);
    }
  }

  private void store(int level) {
    for (int i = 0; i < stores.size(); i++) {
      LoopStructure.Store store = loop.stores().get(i);
      if ((store.pattern().inner() == Stride.ZERO ? 1 : 2) == level) {
        int access = loop.loads().size() + i;
        int value = store.value().index();
        stores
            .get(i)
            .at(0, registers.array(value), registers.position(value))
            .at(1, arrays[access], position(access))
            .stride(1, vectorStride(access))
            .run(count);
      }
    }
  }

  private void fold() {
    for (int i = 0; i < folds.size(); i++) {
      int access = loop.loads().size() + loop.stores().size() + i;
      int value = loop.folds().get(i).value().index();
      folds
          .get(i)
          .each(
              registers.array(value),
              registers.position(value),
              count,
              inner,
              arrays[access],
              position(access),
              vectorStride(access));
    }
  }

  private int number(int access, int which) {
    return numbers[LoopKernel.HEADER + LoopKernel.PER_ACCESS * access + which];
  }

  private int position(int access) {
    return number(access, 0) + outer * number(access, 1) + inner * number(access, 2);
  }

  private int vectorStride(int access) {
    return number(access, loop.vectorInner() ? 2 : 1);
  }
}
