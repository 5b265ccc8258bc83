package org.prairieml.api;

/**
 * Reports that something asked for cannot be done, in one line for a person: the subject in quotes,
 * the rule, what was expected and found, where, and the cure.
 *
 * <p>The {@link Fault} says whose it is to mend; the command line turns it into an exit code.
 */
public final class PrairieException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** Whose fault it is. */
  public enum Fault {
    /** A file, a data set, an experiment or an option's value is not as it must be. */
    BAD_INPUT,
    /** The input was right and the work itself did not succeed. */
    WORK_FAILED,
    /** A plug-in is broken or breaks its contract. */
    PLUGIN
  }

  /** Creates an exception with a message for a person. */
  public PrairieException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** Creates an exception with a message for a person and the failure behind it. */
  public PrairieException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** Returns an exception for input that the user can mend. */
  public static PrairieException badInput(String message) {
    return new PrairieException(Fault.BAD_INPUT, message);
  }

  /** Returns an exception for input that the user can mend, with the failure behind it. */
  public static PrairieException badInput(String message, Throwable cause) {
    return new PrairieException(Fault.BAD_INPUT, message, cause);
  }

  /** Returns an exception for work that did not succeed. */
  public static PrairieException workFailed(String message) {
    return new PrairieException(Fault.WORK_FAILED, message);
  }

  /** Returns an exception for a plug-in that is broken. */
  public static PrairieException plugin(String message, Throwable cause) {
    return new PrairieException(Fault.PLUGIN, message, cause);
  }

  /** Returns whose fault it is. */
  public Fault fault() {
    return fault;
  }
}
