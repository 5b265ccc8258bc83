package org.prairieml.api.engine;

import java.util.List;
import java.util.Optional;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Service;
import org.prairieml.graph.Program;

/**
 * Runs programs.
 *
 * <p>Contract: the same program with the same values gives the same bits on the same engine and
 * precision, whatever the number of threads.
 */
public interface Engine extends Service {

  /** Returns the number formats that it computes in, the preferred one first. */
  List<Precision> precisions();

  /**
   * Returns why this engine cannot run on the present Java or machine, and what to do about it;
   * empty where it can.
   */
  default Optional<String> hindrance() {
    return Optional.empty();
  }

  /**
   * Prepares a program for running. Inputs and state are zero until they are written.
   *
   * @throws PrairieException bad input, if the precision is not among {@link #precisions()}
   */
  Executable compile(Program program, CompileSettings settings);
}
