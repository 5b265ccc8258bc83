package org.prairieml.api.data;

/** What a data set asks a network to predict. */
public sealed interface Target {

  /**
   * One of several classes; a label is a whole number from 0 to {@code count - 1}.
   *
   * @param count the number of classes, at least 2
   */
  record Classes(int count) implements Target {}

  /**
   * Real numbers.
   *
   * @param width how many per example, at least 1
   */
  record Values(int width) implements Target {}

  /** Returns how many outputs a network needs: one per class or per value. */
  default int outputs() {
    return switch (this) {
      case Classes classes -> classes.count();
      case Values values -> values.width();
    };
  }
}
