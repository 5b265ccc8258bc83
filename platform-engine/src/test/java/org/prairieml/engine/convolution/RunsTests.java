package org.prairieml.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.engine.convolution.Runs.Run;

/** Joining and cutting of runs. */
class RunsTests {

  @Test
  void joinsWhatContinuesInBothSenses() {
    Runs runs = new Runs(10, 1);
    runs.add(5, 0, 1);
    runs.add(15, 1, 2);
    runs.add(35, 3, 1);
    runs.add(45, 7, 1);
    runs.add(50, 8, 1);

    assertThat(runs.all()).containsExactly(new Run(5, 0, 4), new Run(45, 7, 1), new Run(50, 8, 1));
  }

  @Test
  void leavesOutWhatIsEmpty() {
    Runs runs = new Runs(1, 1);
    runs.add(0, 0, 0);

    assertThat(runs.all()).isEmpty();
    assertThat(runs.chunks(10)).isEmpty();
  }

  @Test
  void cutsIntoChunksOfEqualSize() {
    Runs runs = new Runs(2, 1);
    runs.add(0, 0, 5);
    runs.add(100, 5, 7);

    assertThat(runs.chunks(8))
        .containsExactly(
            List.of(new Run(0, 0, 5), new Run(100, 5, 1)), List.of(new Run(102, 6, 6)));
  }

  @Test
  void tellsATileItsNumbers() {
    assertThat(Runs.numbers(List.of(new Run(1, 2, 3), new Run(4, 5, 6))))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }
}
