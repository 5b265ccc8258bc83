package org.prairieml.engine.loop;

/** How far an access moves along an axis, as far as the generated code depends on it. */
public enum Stride {
  /** It stays. */
  ZERO,
  /** By one element. */
  ONE,
  /** By a number of elements that is given at run time. */
  ANY;

  /** Returns the class of a stride in elements. */
  public static Stride of(int elements) {
    return switch (elements) {
      case 0 -> ZERO;
      case 1 -> ONE;
      default -> ANY;
    };
  }
}
