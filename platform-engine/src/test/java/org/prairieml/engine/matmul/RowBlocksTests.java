package org.prairieml.engine.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowBlocksTests {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 1",
    "100, 100, 1",
    "655, 200, 1",
    "656, 200, 6",
    "752, 200, 8",
    "1024, 1024, 9",
    "2048, 200, 22",
    "25, 8192, 2",
    "1, 1000000, 1"
  })
  void cover_every_row_once(int rows, int columns, int count) {
    RowBlocks blocks = RowBlocks.of(rows, columns);

    assertThat(blocks.count()).isEqualTo(count);
    int covered = 0;
    for (int block = 0; block < count; block++) {
      assertThat(blocks.from(block)).isEqualTo(covered);
      covered += blocks.rows(block);
    }
    assertThat(covered).isEqualTo(rows);
    assertThat(IntStream.range(0, rows == 0 ? 0 : count).map(blocks::rows)).allMatch(n -> n > 0);
  }
}
