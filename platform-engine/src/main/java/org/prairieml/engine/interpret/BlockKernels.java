package org.prairieml.engine.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneInstruction;
import org.prairieml.engine.lane.LaneOp;
import org.prairieml.engine.lane.LookUp;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.Fold;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;

/**
 * The loops of single instructions over a block, shared by all interpreted loops of the process.
 *
 * <p>Tests stand in blocks as 1 and 0, bit patterns as the numbers that have these bits.
 */
final class BlockKernels {

  private static final AccessPattern BLOCK = new AccessPattern(Stride.ZERO, Stride.ONE);
  private static final AccessPattern SCALAR = new AccessPattern(Stride.ZERO, Stride.ZERO);
  private static final AccessPattern APART = new AccessPattern(Stride.ZERO, Stride.ANY);
  private static final AccessPattern VECTORS = new AccessPattern(Stride.ANY, Stride.ONE);

  private static final Map<LoopStructure, LoopKernel> KERNELS = new ConcurrentHashMap<>();

  private BlockKernels() {}

  private static LoopKernel kernel(LoopStructure structure) {
    return KERNELS.computeIfAbsent(structure, BlockCode::of);
  }

  private static AccessPattern pattern(boolean scalar) {
    return scalar ? SCALAR : BLOCK;
  }

  /**
   * Returns the loop of one instruction.
   *
   * @param scalars which operands are one number for the whole block
   */
  static LoopKernel of(NumberFormat format, LaneInstruction instruction, List<Boolean> scalars) {
    return kernel(structure(format, instruction, scalars));
  }

  static LoopStructure structure(
      NumberFormat format, LaneInstruction instruction, List<Boolean> scalars) {
    List<LaneInstruction> body = new ArrayList<>();
    List<Lane> operands = new ArrayList<>();
    for (int i = 0; i < scalars.size(); i++) {
      Lane input = append(body, LaneOp.INPUT, i);
      operands.add(decoded(body, input, instruction.operands().get(i).kind()));
    }
    List<AccessPattern> loads =
        new ArrayList<>(scalars.stream().map(BlockKernels::pattern).toList());
    Object payload = instruction.payload();
    if (payload instanceof LookUp table) {
      // a table comes after the operands
      payload = new LookUp(loads.size(), table.size());
      loads.add(SCALAR);
    }
    Lane result = append(body, instruction.op(), payload, operands.toArray(Lane[]::new));
    Lane stored = encoded(body, result);
    return new LoopStructure(
        format, true, body, loads, List.of(new LoopStructure.Store(stored, BLOCK)), List.of());
  }

  private static Lane append(
      List<LaneInstruction> body, LaneOp op, Object payload, Lane... operands) {
    body.add(new LaneInstruction(op, List.of(operands), payload));
    return new Lane(body.size() - 1, op.kind());
  }

  private static Lane decoded(List<LaneInstruction> body, Lane input, Lane.Kind kind) {
    return switch (kind) {
      case REAL -> input;
      case BITS -> append(body, LaneOp.TO_BITS, null, input);
      case TEST -> {
        Lane zero = append(body, LaneOp.CONSTANT, 0.0);
        yield append(body, LaneOp.LESS, null, zero, input);
      }
    };
  }

  private static Lane encoded(List<LaneInstruction> body, Lane result) {
    return switch (result.kind()) {
      case REAL -> result;
      case BITS -> append(body, LaneOp.FROM_BITS, null, result);
      case TEST -> {
        Lane one = append(body, LaneOp.CONSTANT, 1.0);
        Lane zero = append(body, LaneOp.CONSTANT, 0.0);
        yield append(body, LaneOp.SELECT, null, result, one, zero);
      }
    };
  }

  /** Returns the loop that copies elements which may stand apart on either side. */
  static LoopKernel copy(NumberFormat format, boolean scalar, boolean fromApart, boolean toApart) {
    return kernel(
        new LoopStructure(
            format,
            true,
            List.of(new LaneInstruction(LaneOp.INPUT, List.of(), 0)),
            List.of(fromApart ? APART : pattern(scalar)),
            List.of(new LoopStructure.Store(value(), toApart ? APART : BLOCK)),
            List.of()));
  }

  private static Lane value() {
    return new Lane(0, Lane.Kind.REAL);
  }

  /** Returns the loop that folds a block into as many elements, each into its own. */
  static LoopKernel foldEach(NumberFormat format, Fold fold, boolean scalar, boolean apart) {
    return fold(format, fold, pattern(scalar), apart ? APART : BLOCK);
  }

  /** Returns the loop that folds vector after vector into one vector. */
  static LoopKernel foldVectors(NumberFormat format, Fold fold, boolean scalar) {
    return fold(format, fold, scalar ? SCALAR : VECTORS, BLOCK);
  }

  private static LoopKernel fold(
      NumberFormat format, Fold fold, AccessPattern from, AccessPattern into) {
    List<LaneInstruction> body = new ArrayList<>();
    Lane value = append(body, LaneOp.INPUT, 0);
    Lane present = append(body, LaneOp.INPUT, 1);
    LaneOp op = fold == Fold.SUM ? LaneOp.ADD : LaneOp.MAX;
    Lane result = append(body, op, null, present, value);
    return kernel(
        new LoopStructure(
            format,
            true,
            body,
            List.of(from, into),
            List.of(new LoopStructure.Store(result, into)),
            List.of()));
  }
}
