package org.prairieml.api.engine;

/** The number format in which an engine computes. */
public enum Precision {
  /** IEEE 754 binary32. */
  FLOAT32,
  /** IEEE 754 binary64. */
  FLOAT64
}
