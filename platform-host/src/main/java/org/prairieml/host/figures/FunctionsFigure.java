package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Functions of one number, a line each. */
public final class FunctionsFigure {

  private static final int AXES_HEIGHT = 420;
  private static final BasicStroke LINE =
      new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final double[] x;
  private final List<Curve> curves;
  private final List<Color> colors;
  private final Legend legend;
  private final Axes axes;

  /**
   * A function.
   *
   * @param name what it is called in the legend
   * @param values a value for each point; those that are not finite are left out
   */
  public record Curve(String name, double[] values) {}

  private FunctionsFigure(double[] x, List<Curve> curves) {
    this.x = x;
    this.curves = curves;
    this.colors = colors(curves.size());
    this.legend = new Legend(curves.stream().map(Curve::name).toList(), colors, "");
    DoubleStream values = curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.values()));
    this.axes =
        new Axes(
                Figure.WIDTH,
                AXES_HEIGHT,
                Range.of(Scale.LINEAR, DoubleStream.of(x)),
                Range.of(Scale.LINEAR, values))
            .titled("", "x", "");
  }

  /** Every role lends its colors, so that neighbors differ. */
  private static List<Color> colors(int count) {
    Role[] roles = Role.values();
    return Palette.of(IntStream.range(0, count).mapToObj(i -> roles[i % roles.length]).toList());
  }

  /**
   * Returns the figure.
   *
   * @param title what it shows, in a few words
   * @param x the points, in order
   */
  public static Figure of(String title, double[] x, List<Curve> curves) {
    Text.requireFont();
    FunctionsFigure plot = new FunctionsFigure(x, curves);
    List<String> labels = new ArrayList<>(List.of("x"));
    curves.forEach(curve -> labels.add(curve.name()));
    return new Figure(title, labels, AXES_HEIGHT + plot.legend.height(), plot::paint);
  }

  private void paint(Graphics2D graphics) {
    axes.paint(graphics);
    graphics.setStroke(LINE);
    for (int i = 0; i < curves.size(); i++) {
      graphics.setColor(colors.get(i));
      graphics.draw(axes.curve(x, curves.get(i).values()));
    }
    legend.paint(graphics, axes.center(), AXES_HEIGHT);
  }
}
