package org.prairieml.graph;

/**
 * Reports a graph that cannot be built or a program that cannot be run: shapes that do not fit,
 * names that are missing or taken, values of the wrong length.
 *
 * <p>The message names the operation, the shapes and the scope (the layer) in which it was built.
 */
public final class GraphException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for a person. */
  public GraphException(String message) {
    super(message);
  }
}
