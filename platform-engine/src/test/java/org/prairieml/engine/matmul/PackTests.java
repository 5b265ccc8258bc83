package org.prairieml.engine.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Elements;
import org.prairieml.fixtures.RandomCases;

/** The plain loops and the generated class of packing put the same elements in the same places. */
@Tag("widths")
class PackTests {

  private static final double UNTOUCHED = -7;

  static Stream<Long> seeds() {
    return RandomCases.seeds(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothCopyTheSame(long seed) {
    for (NumberFormat format : NumberFormat.values()) {
      for (boolean turned : new boolean[] {false, true}) {
        check(new SplittableRandom(seed), format, turned);
      }
    }
  }

  private static void check(SplittableRandom random, NumberFormat format, boolean turned) {
    int lanes = VectorTypes.lanes(format);
    int rows = 1 + random.nextInt(2 * lanes);
    int columns = random.nextInt(70);
    int distance = (turned ? columns : rows) + random.nextInt(5);
    int row = turned ? distance : 1;
    int column = turned ? 1 : distance;
    int vectors = Math.ceilDiv(rows, lanes);
    int step = (vectors == 1 ? rows : vectors * lanes) + random.nextInt(9);
    int start = 3;
    int place = 2;
    Elements from = Elements.allocate(format, start + rows * row + columns * column);
    from.write(0, random.doubles(from.size(), -1, 1).toArray());
    int size = place + columns * step;
    PackStructure structure = new PackStructure(format, vectors, turned);
    Elements plain = filled(format, size);
    Elements compiled = filled(format, size + PackStructure.overflow(format, step));
    RowPacking.pack(from.array(), start, row, column, plain.array(), place, step, rows, columns);
    PackEmitter.compile(structure)
        .run(from.array(), start, row, column, compiled.array(), place, step, rows, columns);
    for (int k = 0; k < columns; k++) {
      for (int r = 0; r < rows; r++) {
        int position = place + k * step + r;
        assertThat(compiled.get(position))
            .as("%s, row %d, column %d", structure, r, k)
            .isEqualTo(plain.get(position))
            .isEqualTo(from.get(start + r * row + k * column));
      }
    }
    assertThat(compiled.get(place - 1)).as("what stands before").isEqualTo(UNTOUCHED);
  }

  private static Elements filled(NumberFormat format, int size) {
    Elements elements = Elements.allocate(format, size);
    elements.fill(0, size, UNTOUCHED);
    return elements;
  }
}
