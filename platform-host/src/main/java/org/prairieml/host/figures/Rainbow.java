package org.prairieml.host.figures;

import java.awt.Color;

/** The colors of time: from violet at the beginning to red at the end. */
final class Rainbow {

  private static final float VIOLET = 0.75f;
  private static final float SATURATION = 0.9f;
  private static final float BRIGHTNESS = 0.92f;

  private Rainbow() {}

  /**
   * Returns the color of a time.
   *
   * @param time 0 at the beginning, 1 at the end
   */
  static Color at(double time) {
    return Color.getHSBColor((float) (VIOLET * (1 - time)), SATURATION, BRIGHTNESS);
  }
}
