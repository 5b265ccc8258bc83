package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prairieml.api.PrairieException;
import org.prairieml.host.statistics.GroupSummary;

/**
 * How well groups of networks did: for each group a box from the first to the third quartile, a
 * line at the median, whiskers to the extremes, and a dot for every network, as in figures 3 to 6
 * of Choudhary et al. (2023).
 */
public final class BoxPlotFigure {

  /**
   * A group of networks.
   *
   * @param name what is written below the box
   * @param role what decides its color
   * @param samples a value for each network
   */
  public record Group(String name, Role role, double[] samples) {}

  private static final int HEIGHT = 450;
  private static final int LABELS_HEIGHT = 62;
  private static final double MOST_PLACE_WIDTH = 170;
  private static final double LABEL_WIDTH = 0.95;
  private static final double BOX_WIDTH = 0.52;
  private static final double WHISKER_WIDTH = 0.2;
  private static final double DOTS_WIDTH = 0.36;
  private static final double DOT = 4;
  private static final String CAPTION =
      "box: quartiles · line: median · whiskers: extent · dots: networks";

  private static final BasicStroke LINE =
      new BasicStroke(1.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke MEDIAN =
      new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final Color DOT_COLOR = Palette.translucent(Text.INK, 90);

  private final List<Group> groups;
  private final List<GroupSummary> summaries;
  private final List<Color> colors;
  private final Axes axes;

  private BoxPlotFigure(String metric, List<Group> groups) {
    this.groups = groups;
    this.summaries =
        groups.stream().map(group -> GroupSummary.of(group.name(), group.samples())).toList();
    this.colors = Palette.of(groups.stream().map(Group::role).toList());
    Range places = new Range(0.5, groups.size() + 0.5, Scale.LINEAR);
    Range values =
        Range.of(
            Scale.LINEAR, groups.stream().flatMapToDouble(group -> Arrays.stream(group.samples())));
    this.axes =
        new Axes(Figure.WIDTH, HEIGHT - LABELS_HEIGHT, places, values)
            .titled("", "", metric)
            .withoutHorizontalTicks();
  }

  /**
   * Returns the figure of some groups, in this order.
   *
   * @param metric what the values are; {@code test_accuracy} is written as "test accuracy"
   * @throws PrairieException if there is no group, or one without values or with a value that is
   *     not finite
   */
  public static Figure of(String metric, List<Group> groups) {
    if (groups.isEmpty()) {
      throw PrairieException.workFailed(
          "Figure of '%s': needs a group of networks, found none.".formatted(metric));
    }
    Text.requireFont();
    String words = metric.replace('_', ' ');
    BoxPlotFigure plot = new BoxPlotFigure(words, List.copyOf(groups));
    return new Figure(words + " of groups of networks", plot.labels(words), HEIGHT, plot::paint);
  }

  private List<String> labels(String metric) {
    List<String> labels = new ArrayList<>();
    labels.add(metric);
    summaries.forEach(summary -> labels.add(summary.name() + ", " + count(summary)));
    labels.add(CAPTION);
    return labels;
  }

  private void paint(Graphics2D graphics) {
    axes.paint(graphics);
    for (int i = 0; i < groups.size(); i++) {
      double center = axes.x(i + 1);
      paintBox(graphics, center, summaries.get(i), colors.get(i));
      paintDots(graphics, center, groups.get(i).samples());
      paintLabel(graphics, center, summaries.get(i));
    }
    graphics.setColor(Text.FAINT_INK);
    new Text(CAPTION, Text.SMALL).paintCentered(graphics, axes.center(), HEIGHT - 12);
  }

  private void paintBox(Graphics2D graphics, double center, GroupSummary summary, Color color) {
    double top = axes.y(summary.q3());
    double height = axes.y(summary.q1()) - top;
    double width = width(BOX_WIDTH);
    Rectangle2D box = new Rectangle2D.Double(center - width / 2, top, width, height);
    graphics.setColor(Palette.translucent(color, 150));
    graphics.fill(box);
    graphics.setColor(color.darker());
    graphics.setStroke(LINE);
    graphics.draw(box);
    paintWhisker(graphics, center, summary.q3(), summary.max());
    paintWhisker(graphics, center, summary.q1(), summary.min());
    graphics.setStroke(MEDIAN);
    graphics.draw(across(center, width, summary.median()));
  }

  private void paintWhisker(Graphics2D graphics, double center, double from, double to) {
    graphics.draw(new Line2D.Double(center, axes.y(from), center, axes.y(to)));
    graphics.draw(across(center, width(WHISKER_WIDTH), to));
  }

  private Line2D across(double center, double width, double value) {
    double y = axes.y(value);
    return new Line2D.Double(center - width / 2, y, center + width / 2, y);
  }

  private void paintDots(Graphics2D graphics, double center, double[] samples) {
    graphics.setColor(DOT_COLOR);
    for (int i = 0; i < samples.length; i++) {
      double x = center + width(DOTS_WIDTH) * Jitter.offset(i);
      double y = axes.y(samples[i]);
      graphics.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
    }
  }

  private void paintLabel(Graphics2D graphics, double center, GroupSummary summary) {
    double top = HEIGHT - LABELS_HEIGHT;
    graphics.setColor(Text.INK);
    new Text(summary.name(), Text.AXIS)
        .fitting(LABEL_WIDTH * placeWidth())
        .paintCentered(graphics, center, top + 8);
    graphics.setColor(Text.FAINT_INK);
    new Text(count(summary), Text.SMALL).paintCentered(graphics, center, top + 25);
  }

  /** Returns the width of a part of a place; few groups do not make the boxes wider. */
  private double width(double part) {
    return part * Math.min(placeWidth(), MOST_PLACE_WIDTH);
  }

  private double placeWidth() {
    return axes.x(2) - axes.x(1);
  }

  private static String count(GroupSummary summary) {
    return "n = " + summary.n();
  }
}
