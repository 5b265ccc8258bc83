package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;

/**
 * A pair of axes with grid and titles, painted by XChart, and where values lie in it.
 *
 * <p>The chart has no series: what is shown is painted over it.
 */
final class Axes {

  private static final BasicStroke HAIRLINE = new BasicStroke(0.75f);
  private static final Color GRID = new Color(0xe6e6e6);
  private static final Color FRAME = new Color(0xb0b0b0);

  /** The part of the frame that the ranges fill; what is left keeps values off the frame. */
  private static final double FILLED = 0.95;

  /** The part of the width that a title may take. */
  private static final double TITLE_PART = 0.75;

  private static final int X_TICK_SPACING = 60;
  private static final int Y_TICK_SPACING = 44;

  /** About how many numbers stand along the axes, which decides how many digits they need. */
  private static final int X_TICKS = 12;

  private static final int Y_TICKS = 7;

  private final XYChart chart;
  private final Range x;
  private final Range y;

  /**
   * Creates axes of some size.
   *
   * @param x what the horizontal axis spans; it is linear
   * @param y what the vertical axis spans
   */
  Axes(int width, int height, Range x, Range y) {
    this.chart = new XYChart(width, height);
    this.x = x;
    this.y = y;
    XYStyler style = chart.getStyler();
    style.setLocale(Locale.ROOT);
    setFonts(style);
    setFrame(style);
    setRanges(style);
  }

  /** Sets what is written above and along the axes. */
  Axes titled(String title, String xTitle, String yTitle) {
    chart.setTitle(title);
    chart
        .getStyler()
        .setChartTitleFont(
            new Text(title, Text.TITLE).fitting(TITLE_PART * chart.getWidth()).font());
    chart.setXAxisTitle(xTitle);
    chart.setYAxisTitle(yTitle);
    return this;
  }

  /** Leaves out the numbers and lines along the horizontal axis. */
  Axes withoutHorizontalTicks() {
    chart.getStyler().setXAxisTicksVisible(false).setPlotGridVerticalLinesVisible(false);
    return this;
  }

  /** Leaves out the numbers and lines along the vertical axis. */
  Axes withoutVerticalTicks() {
    chart.getStyler().setYAxisTicksVisible(false).setPlotGridHorizontalLinesVisible(false);
    return this;
  }

  /** Paints the axes; only then it is known where values lie. */
  void paint(Graphics2D graphics) {
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
  }

  /** Returns where a value of the horizontal axis lies. */
  double x(double value) {
    return chart.getScreenXFromChart(value);
  }

  /** Returns where the frame begins, left of all values. */
  double left() {
    return x(x.min()) - margin();
  }

  /** Returns where the frame ends, right of all values. */
  double right() {
    return x(x.max()) + margin();
  }

  private double margin() {
    return (x(x.max()) - x(x.min())) * (1 / FILLED - 1) / 2;
  }

  /** Returns where the middle of the horizontal axis lies. */
  double center() {
    return x((x.min() + x.max()) / 2);
  }

  /** Returns where a value of the vertical axis lies. */
  double y(double value) {
    return chart.getScreenYFromChart(value);
  }

  /** Returns whether the vertical axis has a place for a value. */
  boolean shows(double value) {
    return y.scale().shows(value);
  }

  /** Returns the line through points, broken where a value cannot be shown. */
  Path2D curve(double[] xs, double[] ys) {
    Path2D path = new Path2D.Double();
    boolean broken = true;
    for (int i = 0; i < xs.length; i++) {
      if (!y.scale().shows(ys[i])) {
        broken = true;
      } else if (broken) {
        path.moveTo(x(xs[i]), y(ys[i]));
        broken = false;
      } else {
        path.lineTo(x(xs[i]), y(ys[i]));
      }
    }
    return path;
  }

  /** Returns the area between two lines, cut off where it leaves the vertical axis. */
  Path2D band(double[] xs, double[] lower, double[] upper) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xs.length; i++) {
      extend(path, xs[i], within(upper[i]));
    }
    for (int i = xs.length - 1; i >= 0; i--) {
      extend(path, xs[i], within(lower[i]));
    }
    return path;
  }

  private void extend(Path2D path, double xValue, double yValue) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x(xValue), y(yValue));
    } else {
      path.lineTo(x(xValue), y(yValue));
    }
  }

  private double within(double value) {
    return Math.clamp(value, y.min(), y.max());
  }

  private static void setFonts(XYStyler style) {
    style.setChartTitleBoxVisible(false);
    style.setChartFontColor(Text.INK);
    style.setAxisTitleFont(Text.AXIS);
    style.setAxisTickLabelsFont(Text.LABEL);
    style.setAxisTickLabelsColor(Text.INK);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setLegendVisible(false);
  }

  private static void setFrame(XYStyler style) {
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderColor(FRAME);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(HAIRLINE);
    style.setPlotTicksMarksVisible(false);
    style.setAxisTickMarksColor(FRAME);
    style.setAxisTicksLineVisible(false);
    style.setPlotContentSize(FILLED);
    style.setPlotMargin(0);
    style.setXAxisTickMarkSpacingHint(X_TICK_SPACING);
    style.setYAxisTickMarkSpacingHint(Y_TICK_SPACING);
  }

  private void setRanges(XYStyler style) {
    style.setXAxisMin(x.min()).setXAxisMax(x.max());
    style.setYAxisMin(y.min()).setYAxisMax(y.max());
    style.setXAxisDecimalPattern(x.pattern(X_TICKS)).setYAxisDecimalPattern(y.pattern(Y_TICKS));
    if (y.scale() == Scale.LOG) {
      style.setYAxisLogarithmic(true);
      style.setYAxisLogarithmicDecadeOnly(y.decades() > 1.5);
    }
  }
}
