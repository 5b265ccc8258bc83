package org.prairieml.api.run;

import java.util.List;
import org.prairieml.graph.NdArray;

/**
 * Numbers that are to be shown as a picture; the host draws them.
 *
 * @param name the picture's file name without ending: lower-case words joined by hyphens
 * @param title what it shows, in a few words
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, the first one at the bottom
 */
public record Chart(String name, String title, Axis x, Axis y, List<Series> series) {

  /** Copies the list. */
  public Chart {
    series = List.copyOf(series);
  }

  /**
   * What an axis measures.
   *
   * @param title the quantity, with its unit if it has one
   * @param logarithmic whether equal ratios are equally long; the horizontal axis is always linear
   */
  public record Axis(String title, boolean logarithmic) {

    /** Returns an axis on which equal differences are equally long. */
    public static Axis linear(String title) {
      return new Axis(title, false);
    }

    /** Returns an axis on which equal ratios are equally long. */
    public static Axis logarithmic(String title) {
      return new Axis(title, true);
    }
  }

  /** How a series is drawn. */
  public enum Style {
    /** A line from point to point. */
    LINE,
    /** A dot per point. */
    POINTS
  }

  /**
   * Points that belong together.
   *
   * @param name what the legend calls it
   * @param style how it is drawn
   * @param x horizontal positions {@code [n]}
   * @param y vertical positions {@code [n]}; what is not finite is left out
   */
  public record Series(String name, Style style, NdArray x, NdArray y) {}
}
