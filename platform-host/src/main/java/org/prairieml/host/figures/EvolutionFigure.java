package org.prairieml.host.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.prairieml.api.PrairieException;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.LearnedActivation.Snapshot;

/**
 * How activation functions came about: a panel for each, with its curve at many times, from violet
 * at the beginning to red at the end, as in figure 3 of Choudhary et al. (2023).
 */
public final class EvolutionFigure {

  /** More curves than this would only cover one another. */
  static final int MOST_CURVES = 60;

  private static final int MOST_COLUMNS = 3;
  private static final int PANEL_HEIGHT = 330;

  private static final BasicStroke THIN = stroke(1);
  private static final BasicStroke THICK = stroke(2.75f);

  private final List<LearnedActivation> activations;
  private final int columns;

  private EvolutionFigure(List<LearnedActivation> activations) {
    this.activations = activations;
    this.columns = columnsFor(activations.size());
  }

  /**
   * Returns the figure of some functions, side by side in this order. Of a function with more than
   * 60 snapshots, 60 are shown, the first and the last among them.
   *
   * @throws PrairieException if there is no function, or one without a snapshot
   */
  public static Figure of(List<LearnedActivation> activations) {
    if (activations.isEmpty()
        || activations.stream().anyMatch(activation -> activation.evolution().isEmpty())) {
      throw PrairieException.workFailed(
          "Figure of the evolution: needs a function with a snapshot, found none.");
    }
    Text.requireFont();
    return new EvolutionFigure(List.copyOf(activations)).figure();
  }

  private Figure figure() {
    List<String> labels =
        Stream.concat(
                activations.stream().map(this::name),
                Stream.of("preactivation a", "σ(a)", "outer step"))
            .toList();
    return new Figure(
        "Evolution of the activation functions", labels, keyTop() + ColorKey.HEIGHT, this::paint);
  }

  private void paint(Graphics2D graphics) {
    int width = Figure.WIDTH / columns;
    for (int i = 0; i < activations.size(); i++) {
      int left = i % columns * width;
      int top = i / columns * PANEL_HEIGHT;
      graphics.translate(left, top);
      paintPanel(graphics, activations.get(i), width);
      graphics.translate(-left, -top);
    }
    key().paint(graphics, Figure.WIDTH / 2.0, keyTop() + 4);
  }

  private void paintPanel(Graphics2D graphics, LearnedActivation activation, int width) {
    double[] grid = activation.grid().values();
    List<Snapshot> shown = Thinning.atMost(MOST_CURVES, activation.evolution());
    Axes axes =
        new Axes(width, PANEL_HEIGHT, range(Stream.of(grid)), range(values(shown)))
            .titled(name(activation), "preactivation a", "σ(a)");
    axes.paint(graphics);
    for (int i = 0; i < shown.size(); i++) {
      boolean last = i == shown.size() - 1;
      graphics.setStroke(last ? THICK : THIN);
      graphics.setColor(Rainbow.at(last ? 1 : (double) i / (shown.size() - 1)));
      graphics.draw(axes.curve(grid, shown.get(i).values().values()));
    }
  }

  /** Returns the label, which is unique in its layer, and the layer where there are several. */
  private String name(LearnedActivation activation) {
    boolean oneLayer = activations.stream().map(LearnedActivation::layer).distinct().count() == 1;
    return oneLayer ? activation.label() : activation.layer() + " · " + activation.label();
  }

  private static Range range(Stream<double[]> values) {
    DoubleStream all = values.flatMapToDouble(Arrays::stream);
    return Range.of(Scale.LINEAR, all);
  }

  private static Stream<double[]> values(List<Snapshot> snapshots) {
    return snapshots.stream().map(snapshot -> snapshot.values().values());
  }

  private ColorKey key() {
    List<Snapshot> evolution = activations.getFirst().evolution();
    return new ColorKey(
        "outer step",
        Long.toString(evolution.getFirst().step()),
        Long.toString(evolution.getLast().step()));
  }

  private int keyTop() {
    return Math.ceilDiv(activations.size(), columns) * PANEL_HEIGHT;
  }

  private static int columnsFor(int panels) {
    return panels <= MOST_COLUMNS ? panels : 2;
  }

  private static BasicStroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
