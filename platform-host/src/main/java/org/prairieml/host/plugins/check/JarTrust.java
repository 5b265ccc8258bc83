package org.prairieml.host.plugins.check;

import java.nio.file.Path;

/** Decides whether code of a jar may run. */
@FunctionalInterface
public interface JarTrust {

  /** Trusts everything. */
  JarTrust ALL = jar -> {};

  /**
   * Looks at a jar.
   *
   * @throws ProblemException if nothing of it may run
   */
  void require(Path jar);
}
