package org.prairieml.host.figures;

/** What a group of networks is in an experiment; its color tells. */
public enum Role {
  /** Networks with a common activation function; blue or gray. */
  BASELINE,
  /** Networks of neurons with one and the same learned function; yellow or orange. */
  PURE,
  /** Networks of neurons with different functions; red. */
  MIXED
}
