package org.prairieml.host.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.prairieml.host.statistics.TextTable.Column.left;
import static org.prairieml.host.statistics.TextTable.Column.right;

import org.junit.jupiter.api.Test;

class TextTableTests {

  @Test
  void alignsWordsLeftAndNumbersRight() {
    TextTable table =
        new TextTable(left("group"), right("n"), right("median"))
            .row("mixed", "8", "0.71")
            .row("sine", "12", "0.6");

    assertThat(table.lines())
        .containsExactly(
            "group   n  median", "-----  --  ------", "mixed   8    0.71", "sine   12     0.6");
  }

  @Test
  void endsNoLineWithSpaces() {
    assertThat(new TextTable(right("n"), left("group")).row("8", "a").lines())
        .containsExactly("n  group", "-  -----", "8  a");
  }

  @Test
  void countsLettersBeyondTheBasicPlaneOnce() {
    assertThat(new TextTable(left("𝜎"), left("a")).row("ab", "c").lines())
        .containsExactly("𝜎   a", "--  -", "ab  c");
  }

  @Test
  void showsItsHeadersEvenWithoutRows() {
    assertThat(new TextTable(left("group")).lines()).containsExactly("group", "-----");
  }

  @Test
  void refusesARowOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable(left("group"), right("n")).row("mixed"))
        .withMessage("A row needs 2 cells, found 1.");
  }
}
