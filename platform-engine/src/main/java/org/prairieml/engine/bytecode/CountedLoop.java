package org.prairieml.engine.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Writes loops that count up: while a local variable is less than another, and by a step. */
public final class CountedLoop {

  private CountedLoop() {}

  /**
   * Writes a loop that begins at 0.
   *
   * @param variable the local variable that counts
   * @param to the local variable with the end
   * @param each writes the body
   */
  public static void fromZero(CodeBuilder code, int variable, int to, int step, Runnable each) {
    code.iconst_0().istore(variable);
    goOn(code, variable, to, step, each);
  }

  /** Writes a loop that begins at another local variable's value. */
  public static void from(
      CodeBuilder code, int variable, int from, int to, int step, Runnable each) {
    code.iload(from).istore(variable);
    goOn(code, variable, to, step, each);
  }

  /** Writes a loop that begins at what its variable holds. */
  public static void goOn(CodeBuilder code, int variable, int to, int step, Runnable each) {
    Label done = code.newLabel();
    Label next = code.newBoundLabel();
    code.iload(variable).iload(to).if_icmpge(done);
    each.run();
    code.iinc(variable, step).goto_(next);
    code.labelBinding(done);
  }
}
