package org.prairieml.engine.step;

/** A piece of a run, with everything that it reads and writes bound to memory. */
@FunctionalInterface
public interface Step {

  /** Does it; allocates nothing. */
  void run();
}
