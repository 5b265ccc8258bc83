package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.prairieml.api.PrairieException;
import org.prairieml.host.figures.LearningCurve.Point;

/**
 * How groups of networks learned: for each group the mean over its networks against the step, and a
 * band from the first to the third quartile.
 */
public final class CurvesFigure {

  /** More points than pixels would only make a larger file. */
  static final int MOST_POINTS = 400;

  private static final int AXES_HEIGHT = 400;
  private static final String X_TITLE = "step";
  private static final String CAPTION = "line: mean over networks · band: quartiles";
  private static final BasicStroke LINE =
      new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final List<LearningCurve> curves;
  private final List<Color> colors;
  private final Legend legend;
  private final Axes axes;

  private CurvesFigure(String metric, Scale scale, List<LearningCurve> curves) {
    this.curves = curves;
    this.colors = Palette.of(curves.stream().map(LearningCurve::role).toList());
    this.legend = new Legend(curves.stream().map(LearningCurve::name).toList(), colors, CAPTION);
    this.axes =
        new Axes(Figure.WIDTH, AXES_HEIGHT, steps(), values(scale)).titled("", X_TITLE, metric);
  }

  /**
   * Returns the figure of some groups.
   *
   * @param metric what the values are; {@code test_accuracy} is written as "test accuracy"
   * @param scale of the vertical axis; a logarithmic one leaves out what is not positive
   * @throws PrairieException if there is no group
   */
  public static Figure of(String metric, Scale scale, List<LearningCurve> curves) {
    if (curves.isEmpty()) {
      throw PrairieException.workFailed(
          "Figure of '%s' over time: needs a group of networks, found none.".formatted(metric));
    }
    Text.requireFont();
    String words = metric.replace('_', ' ');
    CurvesFigure plot =
        new CurvesFigure(
            words, scale, curves.stream().map(curve -> curve.atMost(MOST_POINTS)).toList());
    return new Figure(
        words + " over time", plot.labels(words), AXES_HEIGHT + plot.legend.height(), plot::paint);
  }

  private Range steps() {
    return Range.of(Scale.LINEAR, points(Point::step));
  }

  private Range values(Scale scale) {
    return Range.of(
        scale,
        DoubleStream.concat(
            points(Point::mean), DoubleStream.concat(points(Point::q1), points(Point::q3))));
  }

  private DoubleStream points(ToDoubleFunction<Point> value) {
    return curves.stream().flatMapToDouble(curve -> curve.points().stream().mapToDouble(value));
  }

  private List<String> labels(String metric) {
    List<String> labels = new ArrayList<>(List.of(metric, X_TITLE));
    curves.forEach(curve -> labels.add(curve.name()));
    labels.add(CAPTION);
    return labels;
  }

  private void paint(Graphics2D graphics) {
    axes.paint(graphics);
    for (int i = 0; i < curves.size(); i++) {
      graphics.setColor(Palette.translucent(colors.get(i), 45));
      graphics.fill(band(curves.get(i)));
    }
    graphics.setStroke(LINE);
    for (int i = 0; i < curves.size(); i++) {
      graphics.setColor(colors.get(i));
      graphics.draw(line(curves.get(i), Point::mean));
    }
    legend.paint(graphics, axes.center(), AXES_HEIGHT);
  }

  private Path2D line(LearningCurve curve, ToDoubleFunction<Point> value) {
    return axes.curve(curve.values(Point::step), curve.values(value));
  }

  private Path2D band(LearningCurve curve) {
    return axes.band(curve.values(Point::step), curve.values(Point::q1), curve.values(Point::q3));
  }
}
