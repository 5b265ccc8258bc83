package org.prairieml.host.data;

import java.io.IOException;
import java.util.StringJoiner;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.graph.NdArray;

/** Examples as rows of a CSV file, inputs first, targets last. */
record CsvTable(Dataset.Split split, Target target) {

  void writeTo(Appendable text) throws IOException {
    text.append(header()).append('\n');
    for (int row = 0; row < split.size(); row++) {
      text.append(row(row)).append('\n');
    }
  }

  private String header() {
    StringJoiner cells = new StringJoiner(",");
    for (int i = 0; i < width(split.x()); i++) {
      cells.add("x" + i);
    }
    int targets = width(split.y());
    for (int i = 0; i < targets; i++) {
      cells.add(targets == 1 ? "y" : "y" + i);
    }
    return cells.toString();
  }

  private String row(int row) {
    StringJoiner cells = new StringJoiner(",");
    for (double value : values(split.x(), row)) {
      cells.add(Double.toString(value));
    }
    for (double value : values(split.y(), row)) {
      cells.add(
          target instanceof Target.Classes
              ? Integer.toString((int) value)
              : Double.toString(value));
    }
    return cells.toString();
  }

  private static double[] values(NdArray array, int row) {
    return array.rows(row, row + 1).values();
  }

  private static int width(NdArray array) {
    return array.shape().sizeBetween(1, array.shape().rank());
  }
}
