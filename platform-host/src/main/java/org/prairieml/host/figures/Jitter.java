package org.prairieml.host.figures;

/** Moves dots aside, so that equal values do not hide one another. */
final class Jitter {

  /** Steps of the golden ratio fill an interval evenly, however many they are. */
  private static final double STEP = (Math.sqrt(5) - 1) / 2;

  private Jitter() {}

  /** Returns where the dot with a number goes, from -0.5 to 0.5, always the same. */
  static double offset(int index) {
    double turns = 0.5 + index * STEP;
    return turns - Math.floor(turns) - 0.5;
  }
}
