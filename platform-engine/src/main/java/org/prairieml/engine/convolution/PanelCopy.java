package org.prairieml.engine.convolution;

import java.util.List;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.interpret.LoopCode;
import org.prairieml.engine.lane.Lane;
import org.prairieml.engine.lane.LaneCode;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.loop.AccessPattern;
import org.prairieml.engine.loop.LoopKernel;
import org.prairieml.engine.loop.LoopStructure;
import org.prairieml.engine.loop.Stride;
import org.prairieml.engine.memory.Elements;

/** Copies matrices to a panel, whose columns are next to each other. Not for several threads. */
final class PanelCopy {

  private final LoopKernel kernel;
  private final Object[] arrays = new Object[5];
  private final int[] numbers = new int[LoopKernel.HEADER + 2 * LoopKernel.PER_ACCESS];

  /**
   * Prepares copies.
   *
   * @param columnStep the distance of the matrices' columns, in elements
   */
  PanelCopy(NumberFormat format, int columnStep) {
    int lanes = VectorTypes.lanes(format);
    this.kernel = LoopCode.of(structure(format, columnStep)).newLoop();
    int[] offsets = new int[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      offsets[lane] = lane * columnStep;
    }
    arrays[2] = columnStep == 1 ? null : offsets;
    arrays[4] = Elements.allocate(format, 2 * lanes).array();
    numbers[6] = columnStep;
    numbers[9] = 1;
  }

  private static LoopStructure structure(NumberFormat format, int columnStep) {
    LaneCode code = new LaneCode(format);
    Lane value = code.input(0);
    Stride column = columnStep == 1 ? Stride.ONE : Stride.ANY;
    return new LoopStructure(
        format,
        true,
        code.instructions(),
        List.of(new AccessPattern(Stride.ANY, column)),
        List.of(new LoopStructure.Store(value, new AccessPattern(Stride.ANY, Stride.ONE))),
        List.of());
  }

  /**
   * Copies a matrix.
   *
   * @param from0 where it starts
   * @param fromRow the distance of its rows
   * @param to0 where the copy starts
   * @param toRow the distance of the copy's rows
   */
  void copy(
      Object from, int from0, int fromRow, Object to, int to0, int toRow, int rows, int columns) {
    arrays[0] = from;
    arrays[1] = to;
    numbers[1] = rows;
    numbers[3] = columns;
    numbers[4] = from0;
    numbers[5] = fromRow;
    numbers[7] = to0;
    numbers[8] = toRow;
    kernel.run(arrays, numbers);
  }
}
