package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;
import org.prairieml.host.statistics.MeanInterval;

/**
 * Means with their confidence intervals: a row per name, in it a dot and a bar per series, and a
 * vertical line through each dot of a reference row.
 */
public final class IntervalsFigure {

  private static final int SERIES_HEIGHT = 7;
  private static final int ROW_GAP = 6;
  private static final int AROUND_ROWS = 90;
  private static final int LABELS_WIDTH = 150;
  private static final int LABEL_GAP = 6;
  private static final double DOT = 6;

  private static final String CAPTION = "dot: mean · bar: 95 % confidence interval";

  private static final BasicStroke BAR =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke HAIRLINE = new BasicStroke(0.75f);
  private static final BasicStroke REFERENCE =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0);
  private static final Color ROW = new Color(0xeeeeee);

  /**
   * What is shown.
   *
   * @param metric what the means are of
   * @param series the names of the series
   * @param rows the first at the top
   * @param reference the name of the row that others are compared with; empty: none
   */
  public record Content(String metric, List<String> series, List<Row> rows, String reference) {}

  /**
   * A row.
   *
   * @param name what stands beside it
   * @param means one per series, where there is one
   */
  public record Row(String name, List<Optional<MeanInterval>> means) {}

  private final Content content;
  private final List<Color> colors;
  private final Legend legend;
  private final int axesHeight;
  private final Axes axes;

  private IntervalsFigure(Content content, String metric) {
    this.content = content;
    this.colors = Palette.of(roles(content.series().size()));
    this.legend = new Legend(content.series(), colors, CAPTION);
    this.axesHeight = AROUND_ROWS + rowHeight(content.series().size()) * content.rows().size();
    this.axes =
        new Axes(
                Figure.WIDTH - LABELS_WIDTH,
                axesHeight,
                Range.of(Scale.LINEAR, ends(content.rows())),
                new Range(0.5, content.rows().size() + 0.5, Scale.LINEAR))
            .titled("", metric, "")
            .withoutVerticalTicks();
  }

  /** Every role lends its colors, so that neighbors differ. */
  private static List<Role> roles(int count) {
    Role[] order = {Role.BASELINE, Role.MIXED, Role.PURE};
    return IntStream.range(0, count).mapToObj(i -> order[i % order.length]).toList();
  }

  private static DoubleStream ends(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.means().stream())
        .flatMap(Optional::stream)
        .flatMapToDouble(mean -> DoubleStream.of(mean.low(), mean.high()));
  }

  /**
   * Returns the figure.
   *
   * @throws PrairieException if there is no row
   */
  public static Figure of(Content content) {
    if (content.rows().isEmpty()) {
      throw PrairieException.workFailed(
          "Figure of '%s': there is nothing to draw.".formatted(content.metric()));
    }
    Text.requireFont();
    String metric = content.metric().replace('_', ' ');
    IntervalsFigure plot = new IntervalsFigure(content, metric);
    List<String> labels = new ArrayList<>(List.of(metric));
    Stream.concat(content.series().stream(), content.rows().stream().map(Row::name))
        .forEach(labels::add);
    labels.add(CAPTION);
    return new Figure(
        metric + ", means and confidence intervals",
        labels,
        plot.axesHeight + plot.legend.height(),
        plot::paint);
  }

  private void paint(Graphics2D graphics) {
    graphics.translate(LABELS_WIDTH, 0);
    axes.paint(graphics);
    paintReference(graphics);
    for (int i = 0; i < content.rows().size(); i++) {
      paintRow(graphics, content.rows().get(i), content.rows().size() - i);
    }
    legend.paint(graphics, axes.center(), axesHeight);
    graphics.translate(-LABELS_WIDTH, 0);
  }

  private void paintReference(Graphics2D graphics) {
    graphics.setStroke(REFERENCE);
    content.rows().stream()
        .filter(row -> row.name().equals(content.reference()))
        .forEach(row -> {
          for (int i = 0; i < row.means().size(); i++) {
            Color color = Palette.translucent(colors.get(i), 150);
            row.means()
                .get(i)
                .ifPresent(mean -> {
                  double x = axes.x(mean.mean());
                  graphics.setColor(color);
                  graphics.draw(
                      new Line2D.Double(x, axes.y(content.rows().size() + 0.5), x, axes.y(0.5)));
                });
          }
        });
  }

  private void paintRow(Graphics2D graphics, Row row, int place) {
    double y = axes.y(place);
    graphics.setColor(ROW);
    graphics.setStroke(HAIRLINE);
    graphics.draw(new Line2D.Double(axes.left(), y, axes.right(), y));
    graphics.setColor(Text.INK);
    new Text(row.name(), Text.SMALL)
        .fitting(LABELS_WIDTH - LABEL_GAP)
        .paintBefore(graphics, axes.left() - LABEL_GAP, y + 4);
    graphics.setStroke(BAR);
    for (int i = 0; i < row.means().size(); i++) {
      graphics.setColor(colors.get(i));
      double middle = y + offset(i, row.means().size());
      row.means().get(i).ifPresent(mean -> paintMean(graphics, mean, middle));
    }
  }

  /** A row has place for its name, also where there is but one series. */
  private static int rowHeight(int series) {
    return ROW_GAP + SERIES_HEIGHT * Math.max(2, series);
  }

  private static double offset(int series, int count) {
    return SERIES_HEIGHT * (series - (count - 1) / 2.0);
  }

  private void paintMean(Graphics2D graphics, MeanInterval mean, double y) {
    graphics.draw(new Line2D.Double(axes.x(mean.low()), y, axes.x(mean.high()), y));
    graphics.fill(new Ellipse2D.Double(axes.x(mean.mean()) - DOT / 2, y - DOT / 2, DOT, DOT));
  }
}
