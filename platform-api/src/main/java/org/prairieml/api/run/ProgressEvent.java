package org.prairieml.api.run;

import java.util.Map;

/** What a long task tells while it works. */
public sealed interface ProgressEvent {

  /**
   * A stage begins.
   *
   * @param name the stage in a few words
   * @param steps how many steps it has
   */
  record Stage(String name, long steps) implements ProgressEvent {}

  /**
   * Steps of the present stage are done.
   *
   * @param done how many so far
   * @param metrics the latest values, by name: {@code loss}, {@code accuracy}
   */
  record Step(long done, Map<String, Double> metrics) implements ProgressEvent {}

  /**
   * Something a person should know.
   *
   * @param text one line
   */
  record Note(String text) implements ProgressEvent {}
}
