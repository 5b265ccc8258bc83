package org.prairieml.engine.interpret;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LaneOp;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.memory.Elements;

/**
 * Where the values of an interpreted loop stand: loads in place where they can, the others in
 * blocks that are used again once a value is no longer needed.
 */
final class Registers {

  private final LoopStructure loop;
  private final int[] levels;
  private final int block;
  private final boolean[] scalar;
  private final Object[] arrays;
  private final int[] positions;

  Registers(LoopStructure loop, int[] levels, int block) {
    this.loop = loop;
    this.levels = levels;
    this.block = block;
    int size = loop.body().size();
    this.scalar = new boolean[size];
    this.arrays = new Object[size];
    this.positions = new int[size];
    for (int i = 0; i < size; i++) {
      scalar[i] = findScalar(i);
    }
    assign(lastUses());
  }

  private boolean findScalar(int position) {
    LaneInstruction instruction = loop.body().get(position);
    if (instruction.op() == LaneOp.INPUT) {
      return alongVector(instruction) == Stride.ZERO;
    }
    // Bits of a NaN would change if they were broadcast as a number.
    return instruction.op().kind() != Lane.Kind.BITS
        && instruction.operands().stream().allMatch(this::isScalar);
  }

  private Stride alongVector(LaneInstruction input) {
    AccessPattern pattern = loop.loads().get((Integer) input.payload());
    return loop.vectorInner() ? pattern.inner() : pattern.outer();
  }

  /** A value that is not computed anew for every block lives as long as the loop. */
  private int[] lastUses() {
    int size = levels.length;
    int[] last = new int[size];
    for (int i = 0; i < size; i++) {
      last[i] = levels[i] < 2 ? size : i;
      for (Lane operand : loop.body().get(i).operands()) {
        last[operand.index()] = Math.max(last[operand.index()], i);
      }
    }
    loop.stores().forEach(store -> last[store.value().index()] = size);
    loop.folds().forEach(fold -> last[fold.value().index()] = size);
    return last;
  }

  private void assign(int[] lastUses) {
    Deque<Integer> free = new ArrayDeque<>();
    int slots = 0;
    for (int i = 0; i < levels.length; i++) {
      if (!isInPlace(i)) {
        // what is computed once must not share with what is computed for every block
        positions[i] = free.isEmpty() || levels[i] < 2 ? slots++ : free.pop();
      }
      for (int operand : operands(i)) {
        if (lastUses[operand] == i && !isInPlace(operand)) {
          free.push(positions[operand]);
        }
      }
      if (lastUses[i] == i && !isInPlace(i)) {
        free.push(positions[i]);
      }
    }
    int start = Elements.start(loop.format());
    Elements memory = Elements.allocate(loop.format(), start + slots * block);
    for (int i = 0; i < levels.length; i++) {
      arrays[i] = memory.array();
      positions[i] = start + positions[i] * block;
      setConstant(i, memory);
    }
  }

  private void setConstant(int position, Elements memory) {
    LaneInstruction instruction = loop.body().get(position);
    if (instruction.op() == LaneOp.CONSTANT) {
      memory.set(positions[position], (Double) instruction.payload());
    } else if (instruction.op() == LaneOp.BITS_CONSTANT) {
      for (int i = 0; i < block; i++) {
        memory.setBits(positions[position] + i, (Long) instruction.payload());
      }
    }
  }

  private List<Integer> operands(int position) {
    return loop.body().get(position).operands().stream().map(Lane::index).distinct().toList();
  }

  private boolean isInPlace(int position) {
    return loop.body().get(position).op() == LaneOp.INPUT && !isGathered(position);
  }

  /** Returns whether a value is an input whose lanes stand apart. */
  boolean isGathered(int position) {
    LaneInstruction instruction = loop.body().get(position);
    return instruction.op() == LaneOp.INPUT && alongVector(instruction) == Stride.ANY;
  }

  /** Returns whether a value is one number for the whole block. */
  boolean isScalar(Lane lane) {
    return scalar[lane.index()];
  }

  boolean isScalar(int position) {
    return scalar[position];
  }

  /** Says where a load in place stands now. */
  void place(int position, Object array, int where) {
    arrays[position] = array;
    positions[position] = where;
  }

  Object array(int position) {
    return arrays[position];
  }

  int position(int position) {
    return positions[position];
  }
}
