package org.prairieml.engine.loop;

/**
 * How an access moves along the two axes of a loop.
 *
 * @param outer along the outer axis
 * @param inner along the inner axis
 */
public record AccessPattern(Stride outer, Stride inner) {

  /** Returns the stride along one of the axes. */
  public Stride along(boolean innerAxis) {
    return innerAxis ? inner : outer;
  }
}
