package org.prairieml.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Elements;

/** The plain loops and the generated class of a register tile give the same bits. */
@Tag("widths")
class RowTileTests {

  private static final int TILES = 3;
  private static final int STEP = 5;

  /** Two numbers each: offset in the first operand and place in the panel; lengths differ. */
  private static final int[] RUNS = {0, 0, 7, 61, 7, 1, 13, 8, 4};

  private static final int DEPTH = 12;

  static Stream<TileStructure> structures() {
    return Stream.of(NumberFormat.values())
        .flatMap(format ->
            Stream.of(TileForm.values())
                .flatMap(form ->
                    IntStream.rangeClosed(1, TileStructure.mostVectors())
                        .boxed()
                        .flatMap(vectors -> heights(format, form, vectors))));
  }

  private static Stream<TileStructure> heights(NumberFormat format, TileForm form, int vectors) {
    return IntStream.of(1, 3, TileStructure.mostRows(form, vectors))
        .mapToObj(rows -> new TileStructure(format, form, rows, vectors));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void bothGiveTheSameBits(TileStructure structure) {
    for (int missing : new int[] {0, 1, structure.width() / structure.vectors() - 1}) {
      int columns = structure.width() - missing;
      for (boolean accumulate : new boolean[] {false, true}) {
        assertThat(run(RowTileEmitter.compile(structure), structure, columns, accumulate))
            .as("%d columns, accumulate %s", columns, accumulate)
            .containsExactly(run(new PlainRowTile(structure), structure, columns, accumulate));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("structures")
  void withoutRunsTheResultIsZero(TileStructure structure) {
    Elements c = random(structure.format(), structure.width(), 3);

    RowTileEmitter.compile(structure)
        .run(
            random(structure.format(), 99, 1).array(),
            0,
            STEP,
            random(structure.format(), 99, 2).array(),
            0,
            c.array(),
            0,
            0,
            new int[structure.rows() * RowTile.PER_ROW],
            0,
            structure.rows(),
            new int[0],
            structure.width(),
            false);

    assertThat(values(c)).containsOnly(0);
  }

  /** The last row of a table stands there twice, as it does where a tile would not be full. */
  private static double[] run(
      RowTile tile, TileStructure structure, int columns, boolean accumulate) {
    int rows = structure.rows() * TILES;
    int cRow = columns + 2;
    int[] table = new int[rows * RowTile.PER_ROW];
    for (int row = 0; row < rows; row++) {
      int real = structure.rows() == 1 ? row : Math.min(row, rows - 2);
      table[RowTile.PER_ROW * row] = 11 * real;
      table[RowTile.PER_ROW * row + 1] = cRow * real;
    }
    Elements a = random(structure.format(), 100 + 11 * rows + STEP * DEPTH, 1);
    Elements b = random(structure.format(), 4 + DEPTH * structure.width(), 2);
    Elements c = random(structure.format(), 9 + cRow * rows, 3);
    tile.run(
        a.array(),
        2,
        STEP,
        b.array(),
        4,
        c.array(),
        9,
        cRow,
        table,
        0,
        rows,
        RUNS,
        columns,
        accumulate);
    return values(c);
  }

  private static Elements random(NumberFormat format, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Elements elements = Elements.allocate(format, size);
    elements.write(0, random.doubles(size, -1, 1).toArray());
    return elements;
  }

  private static double[] values(Elements elements) {
    double[] values = new double[elements.size()];
    elements.read(0, values);
    return values;
  }
}
