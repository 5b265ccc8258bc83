package org.prairieml.host.run;

/**
 * Metrics over time as CSV in long format: one value a row, under the header {@code
 * stage,group,network,step,metric,value}.
 *
 * <p>Cells are quoted as RFC 4180 says, lines end with a line feed, and real numbers are written in
 * the shortest form that reads back as the same. Not safe for use by several threads.
 */
public final class MetricsCsv {

  private final StringBuilder text = new StringBuilder("stage,group,network,step,metric,value\n");

  /** Creates a table without rows. */
  public MetricsCsv() {}

  /**
   * Adds a row.
   *
   * @param stage the part of the run, such as {@code meta} or {@code compare}
   * @param group the group of networks, or an empty text
   * @param network the network's number in its group, counted from 0
   * @param step counted from 0 for values before the first step
   * @param metric the metric's name
   * @param value may be not finite
   */
  public MetricsCsv add(
      String stage, String group, int network, long step, String metric, double value) {
    text.append(quoted(stage)).append(',').append(quoted(group)).append(',');
    text.append(network).append(',').append(step).append(',');
    text.append(quoted(metric)).append(',').append(value).append('\n');
    return this;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(symbol -> ",\"\r\n".indexOf(symbol) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** Returns the table as text. */
  @Override
  public String toString() {
    return text.toString();
  }
}
