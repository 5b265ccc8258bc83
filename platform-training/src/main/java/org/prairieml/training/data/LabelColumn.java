package org.prairieml.training.data;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which column of a table holds the labels. */
public sealed interface LabelColumn {

  /**
   * The column at an index from 0; a negative one counts from the end.
   *
   * @param index -1 is the last column
   */
  record At(int index) implements LabelColumn {}

  /**
   * The column with a name in the header.
   *
   * @param name as it stands in the file, without quotes
   */
  record Named(String name) implements LabelColumn {}

  /** Returns the last column, the custom of most files. */
  static LabelColumn last() {
    return new At(-1);
  }

  /** Returns the index of this column from 0, or nothing if the table has no such column. */
  default OptionalInt indexIn(List<String> header, int columns) {
    return IntStream.range(0, columns).filter(i -> isAt(i, header, columns)).findFirst();
  }

  private boolean isAt(int i, List<String> header, int columns) {
    return switch (this) {
      case At(int index) -> i == index || i == index + columns;
      case Named(String name) -> i < header.size() && header.get(i).equals(name);
    };
  }
}
