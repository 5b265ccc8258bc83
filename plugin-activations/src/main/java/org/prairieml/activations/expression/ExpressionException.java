package org.prairieml.activations.expression;

/** Reports that a text is no formula, with a caret under the place. */
public final class ExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How much of a long text stands around the place. */
  private static final int CONTEXT = 60;

  private final int position;

  ExpressionException(String problem, String text, int position) {
    super(problem + "\n" + pointer(text, position));
    this.position = position;
  }

  /** Returns the index of the character at which the problem was found; at most the length. */
  public int position() {
    return position;
  }

  private static String pointer(String text, int position) {
    int from = Math.max(0, position - CONTEXT);
    int to = Math.min(text.length(), position + CONTEXT);
    String shown = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    return "    " + shown + "\n    " + " ".repeat(position - from) + "^";
  }
}
