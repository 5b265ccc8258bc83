package org.prairieml.host.plugins.check;

/**
 * Why a plug-in, or a part of it, cannot be used.
 *
 * @param reason what is wrong, a clause without a full stop
 * @param cure what to do about it, a sentence without a full stop
 */
public record Problem(String reason, String cure) {

  /** Returns the exception that reports it. */
  public ProblemException toException() {
    return new ProblemException(this, null);
  }

  /** Returns reason and cure as sentences. */
  @Override
  public String toString() {
    return reason + ". " + cure + ".";
  }
}
