package org.prairieml.engine.matmul;

import java.util.List;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.interpret.LoopCode;
import org.prairieml.engine.lane.LaneCode;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;

/** Copies a matrix whose columns are apart to one whose columns are next to each other. */
final class Transposer {

  private final LoopKernel kernel;
  private final Object[] arrays = new Object[5];
  private final int[] numbers = new int[LoopKernel.HEADER + 2 * LoopKernel.PER_ACCESS];
  private final int[] offsets;

  Transposer(NumberFormat format) {
    LaneCode code = new LaneCode(format);
    var value = code.input(0);
    this.kernel =
        LoopCode.of(
                new LoopStructure(
                    format,
                    true,
                    code.instructions(),
                    List.of(new AccessPattern(Stride.ANY, Stride.ANY)),
                    List.of(
                        new LoopStructure.Store(value, new AccessPattern(Stride.ANY, Stride.ONE))),
                    List.of()))
            .newLoop();
    this.offsets = new int[VectorTypes.lanes(format)];
  }

  /**
   * Copies.
   *
   * @param scratch an array of the format with room for two vectors
   */
  void copy(
      Object from,
      int from0,
      int fromRow,
      int fromColumn,
      Object to,
      int to0,
      int toRow,
      int rows,
      int columns,
      Object scratch) {
    for (int lane = 0; lane < offsets.length; lane++) {
      offsets[lane] = lane * fromColumn;
    }
    arrays[0] = from;
    arrays[1] = to;
    arrays[2] = offsets;
    arrays[4] = scratch;
    numbers[1] = rows;
    numbers[3] = columns;
    numbers[4] = from0;
    numbers[5] = fromRow;
    numbers[6] = fromColumn;
    numbers[7] = to0;
    numbers[8] = toRow;
    numbers[9] = 1;
    kernel.run(arrays, numbers);
  }
}
