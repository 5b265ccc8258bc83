package org.prairieml.host.figures;

/** How values are laid along an axis. */
public enum Scale {
  /** Equal differences are equally long. */
  LINEAR,
  /** Equal ratios are equally long; values that are not positive are not shown. */
  LOG;

  /** Returns whether an axis of this kind has a place for a value. */
  boolean shows(double value) {
    return Double.isFinite(value) && (this == LINEAR || value > 0);
  }
}
