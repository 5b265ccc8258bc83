package org.prairieml.api.engine;

import org.prairieml.graph.GraphException;
import org.prairieml.graph.Program;

/**
 * A program ready to run, with its buffers.
 *
 * <p>Not safe for use by several threads at once; several executables may run side by side. After
 * the first run, further runs allocate no memory.
 */
public interface Executable extends AutoCloseable {

  /** Returns the program. */
  Program program();

  /**
   * Returns the buffer of an input, a state or an output. An input's or state's buffer may be
   * written; an output's is valid until the next run.
   *
   * @throws GraphException if there is none of that name
   */
  Buffer buffer(String name);

  /** Computes every output from inputs and present state, then replaces the state. */
  void run();

  /**
   * Compiles another program that works on this one's state: states of the same name share one
   * buffer, so that an evaluation sees what a training step wrote without copying.
   *
   * @throws GraphException if two states of one name differ in shape
   */
  Executable companion(Program other);

  /** Releases the buffers; companions must not be run afterwards. */
  @Override
  void close();
}
