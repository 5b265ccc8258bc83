package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.run.Chart;
import org.prairieml.graph.NdArray;

/** What a trainer wants to be shown: lines and dots over two axes. */
public final class ChartFigure {

  private static final int AXES_HEIGHT = 460;
  private static final double DOT = 4;
  private static final BasicStroke LINE =
      new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final Chart chart;
  private final List<Color> colors;
  private final Legend legend;
  private final Axes axes;

  private ChartFigure(Chart chart) {
    this.chart = chart;
    this.colors = Palette.of(roles(chart.series().size()));
    this.legend = new Legend(chart.series().stream().map(Chart.Series::name).toList(), colors, "");
    this.axes =
        new Axes(
                Figure.WIDTH,
                AXES_HEIGHT,
                Range.of(Scale.LINEAR, values(Chart.Series::x)),
                Range.of(
                    chart.y().logarithmic() ? Scale.LOG : Scale.LINEAR, values(Chart.Series::y)))
            .titled("", chart.x().title(), chart.y().title());
  }

  /**
   * Returns the picture of a chart; points that are not finite are left out.
   *
   * @throws PrairieException if there is no series
   */
  public static Figure of(Chart chart) {
    if (chart.series().isEmpty()) {
      throw PrairieException.workFailed(
          "Figure '%s': there is nothing to draw.".formatted(chart.name()));
    }
    Text.requireFont();
    ChartFigure plot = new ChartFigure(chart);
    return new Figure(
        chart.title(), plot.labels(), AXES_HEIGHT + plot.legend.height(), plot::paint);
  }

  /** Blue and red in turn: trainers give pairs, what is true and what was learned. */
  private static List<Role> roles(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i % 2 == 0 ? Role.BASELINE : Role.MIXED)
        .toList();
  }

  private DoubleStream values(Function<Chart.Series, NdArray> side) {
    return chart.series().stream()
        .flatMapToDouble(series -> DoubleStream.of(side.apply(series).values()));
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(chart.y().title(), chart.x().title()));
    chart.series().forEach(series -> labels.add(series.name()));
    return labels;
  }

  private void paint(Graphics2D graphics) {
    axes.paint(graphics);
    graphics.setStroke(LINE);
    for (int i = 0; i < chart.series().size(); i++) {
      graphics.setColor(colors.get(i));
      paint(graphics, chart.series().get(i));
    }
    legend.paint(graphics, axes.center(), AXES_HEIGHT);
  }

  private void paint(Graphics2D graphics, Chart.Series series) {
    double[] x = series.x().values();
    double[] y = series.y().values();
    switch (series.style()) {
      case LINE -> graphics.draw(axes.curve(x, y));
      case POINTS -> {
        for (int i = 0; i < x.length; i++) {
          if (axes.shows(y[i]) && Double.isFinite(x[i])) {
            graphics.fill(
                new Ellipse2D.Double(axes.x(x[i]) - DOT / 2, axes.y(y[i]) - DOT / 2, DOT, DOT));
          }
        }
      }
    }
  }
}
