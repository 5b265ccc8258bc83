package org.prairieml.engine.parallel;

/** Work in parts that may run side by side, in any order. */
@FunctionalInterface
public interface Parts {

  /** Does one part. */
  void run(int part);
}
