package org.prairieml.engine.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LaneOp;
import org.prairieml.engine.lane.LookUp;
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

  /** Elements of a block: those of a dozen instructions stay in L1 together. */
  private static final int BLOCK = 1024;

  private final LoopStructure loop;
  private final int block;
  private final Registers registers;
  private final Call[] calls;
  private final List<List<Operand>> users = new ArrayList<>();
  private final int[][] byLevel;
  private final boolean[] everyBlock;
  private final List<Call> stores = new ArrayList<>();
  private final List<InterpretedFold> folds = new ArrayList<>();
  private Object[] arrays;
  private int[] numbers;
  private int outer;
  private int inner;
  private int count;

  /** The place of an operand in a call. */
  private record Operand(Call call, int position) {}

  /** Prepares a loop. */
  public InterpretedLoop(LoopStructure loop) {
    this(loop, BLOCK);
  }

  /** Prepares a loop for blocks of some length, a multiple of the lanes of a vector. */
  InterpretedLoop(LoopStructure loop, int block) {
    this.loop = loop;
    this.block = block;
    int[] levels = LoopLevels.of(loop);
    this.registers = new Registers(loop, levels, block);
    this.calls = new Call[levels.length];
    this.everyBlock = new boolean[levels.length];
    for (int i = 0; i < levels.length; i++) {
      users.add(new ArrayList<>());
      calls[i] = call(i);
      everyBlock[i] = levels[i] == 2 || levels[i] == 1 && !loop.vectorInner();
    }
    this.byLevel =
        IntStream.range(0, 3)
            .mapToObj(level ->
                IntStream.range(0, levels.length)
                    .filter(i -> levels[i] == level && !isConstant(loop.body().get(i)))
                    .toArray())
            .toArray(int[][]::new);
    for (LoopStructure.Store store : loop.stores()) {
      boolean apart = store.pattern().along(loop.vectorInner()) == Stride.ANY;
      boolean scalar = registers.isScalar(store.value());
      stores.add(new Call(BlockKernels.copy(loop.format(), scalar, false, apart), 2));
    }
    for (LoopStructure.FoldInto fold : loop.folds()) {
      folds.add(new InterpretedFold(loop, fold, registers.isScalar(fold.value()), block));
    }
  }

  private Call call(int position) {
    LaneInstruction instruction = loop.body().get(position);
    if (instruction.op() == LaneOp.INPUT) {
      return registers.isGathered(position)
          ? new Call(BlockKernels.copy(loop.format(), false, true, false), 2)
              .at(1, registers.array(position), registers.position(position))
          : null;
    }
    return isConstant(instruction) ? null : operation(position, instruction);
  }

  private Call operation(int position, LaneInstruction instruction) {
    List<Lane> operands = instruction.operands();
    List<Boolean> scalars = operands.stream().map(registers::isScalar).toList();
    int result = operands.size() + (instruction.payload() instanceof LookUp ? 1 : 0);
    Call call = new Call(BlockKernels.of(loop.format(), instruction, scalars), result + 1);
    for (int k = 0; k < operands.size(); k++) {
      int operand = operands.get(k).index();
      call.at(k, registers.array(operand), registers.position(operand));
      users.get(operand).add(new Operand(call, k));
    }
    return call.at(result, registers.array(position), registers.position(position));
  }

  private static boolean isConstant(LaneInstruction instruction) {
    return instruction.op() == LaneOp.CONSTANT || instruction.op() == LaneOp.BITS_CONSTANT;
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
      for (; inner < numbers[3]; inner += block) {
        count = Math.min(block, numbers[3] - inner);
        compute(2);
        fold();
        store(2);
      }
      endRow();
    }
  }

  private void columns() {
    for (outer = numbers[0]; outer < numbers[1]; outer += block) {
      inner = numbers[2];
      count = Math.min(block, numbers[1] - outer);
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
    for (int i : byLevel[level]) {
      LaneInstruction instruction = loop.body().get(i);
      if (instruction.op() == LaneOp.INPUT) {
        load(i, (Integer) instruction.payload());
      } else {
        if (instruction.payload() instanceof LookUp table) {
          calls[i].at(instruction.operands().size(), arrays[table.load()], position(table.load()));
        }
        calls[i].run(registers.isScalar(i) ? 1 : extent(i));
      }
    }
  }

  /** What does not change along the vector axis is computed for every block at once. */
  private int extent(int i) {
    return everyBlock[i] ? count : block;
  }

  private void load(int i, int access) {
    if (calls[i] != null) {
      calls[i].at(0, arrays[access], position(access)).stride(0, vectorStride(access)).run(count);
      return;
    }
    int position = position(access);
    registers.place(i, arrays[access], position);
    for (Operand user : users.get(i)) {
      user.call().at(user.position(), arrays[access], position);
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
