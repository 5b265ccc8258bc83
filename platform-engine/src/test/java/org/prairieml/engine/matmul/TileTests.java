package org.prairieml.engine.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Elements;
import org.prairieml.graph.NdArray;

/** The plain loops and the generated class of a register tile give the same bits. */
@Tag("widths")
class TileTests {

  private static final int CASES = 3;

  static Stream<Arguments> tiles() {
    return Stream.of(TileStructure.First.values())
        .flatMap(first ->
            Stream.of(NumberFormat.values())
                .flatMap(format ->
                    Stream.of(true, false).map(packed -> Arguments.of(first, format, packed))));
  }

  @ParameterizedTest
  @MethodSource("tiles")
  void bothGiveTheSameBits(TileStructure.First first, NumberFormat format, boolean packed) {
    for (int rows = 1; rows <= TileHeight.HIGH; rows++) {
      for (int vectors = 1; vectors <= TileHeight.widest(rows); vectors++) {
        boolean accumulate = rows % 2 == 0;
        check(new TileStructure(format, rows, vectors, accumulate, first, packed));
      }
    }
  }

  private static void check(TileStructure tile) {
    TileKernel plain = new PlainTile(tile);
    TileKernel compiled = TileEmitter.compile(tile);
    for (int i = 0; i < CASES; i++) {
      Case memory = new Case(tile, new SplittableRandom(tile.rows() + i));
      assertThat(memory.run(compiled)).as("%s", memory).isEqualTo(memory.run(plain));
    }
  }

  /** Operands for some tiles one below the other; only the last vector may have a rest. */
  private record Case(
      TileStructure tile, int tiles, int columns, int depth, Elements a, Elements b, Elements c) {

    /** Room for the largest row distance used here. */
    private static final int SIZE = 5_000;

    Case(TileStructure tile, SplittableRandom random) {
      int lanes = VectorTypes.lanes(tile.format());
      this(
          tile,
          1 + random.nextInt(3),
          (tile.vectors() - 1) * lanes + 1 + random.nextInt(lanes),
          random.nextInt(20),
          random(tile, random),
          random(tile, random),
          random(tile, random));
    }

    private static Elements random(TileStructure tile, SplittableRandom random) {
      Elements elements = Elements.allocate(tile.format(), SIZE);
      elements.write(0, random.doubles(SIZE, -1, 1).toArray());
      return elements;
    }

    NdArray run(TileKernel kernel) {
      boolean packed = tile.first() == TileStructure.First.PACKED;
      int step = packed ? TileStructure.packedStep(tile.rows()) : 1;
      int aRow = packed ? step * depth : depth + 3;
      int rows = tiles * tile.rows();
      Elements result = Elements.allocate(tile.format(), SIZE);
      c.copyTo(0, result, 0, SIZE);
      kernel.run(
          a.array(),
          2,
          aRow,
          tile.first() == TileStructure.First.STRIDED ? 2 : step,
          b.array(),
          1,
          tile.packedPanel() ? tile.width() : tile.width() + 5,
          result.array(),
          3,
          columns + 1,
          depth,
          rows,
          columns);
      double[] values = new double[SIZE];
      result.read(0, values);
      return NdArray.vector(values);
    }

    @Override
    public String toString() {
      return "%d tiles, %d columns, depth %d, %s".formatted(tiles, columns, depth, tile);
    }
  }
}
