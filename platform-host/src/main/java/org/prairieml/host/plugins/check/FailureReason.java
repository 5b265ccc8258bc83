package org.prairieml.host.plugins.check;

import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says why foreign code failed, and what to do. */
public final class FailureReason {

  private static final String ASK_AUTHOR = "Ask its author, or remove it";
  private static final Pattern NOT_CREATED =
      Pattern.compile("Provider (\\S+) could not be instantiated(.*)");
  private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");

  private FailureReason() {}

  /** Returns the problem that a failure of a plug-in's code is. */
  public static Problem of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof ProblemException || cause instanceof LinkageError)
        .findFirst()
        .map(FailureReason::known)
        .orElseGet(() ->
            new Problem(
                failure instanceof ServiceConfigurationError e ? provider(e) : inWords(failure),
                ASK_AUTHOR));
  }

  /**
   * The JDK has no other way to tell these apart than by its messages, which start with the type.
   */
  private static String provider(ServiceConfigurationError e) {
    String message = inWords(e);
    Matcher failed = NOT_CREATED.matcher(message);
    if (failed.find()) {
      return failed.group(1) + " cannot be created" + failed.group(2);
    }
    return message.endsWith("returned null")
        ? "a provider gave null instead of a service"
        : message.replaceFirst("^[\\w.]+: ", "");
  }

  private static Problem known(Throwable failure) {
    return switch (failure) {
      case ProblemException e -> e.problem();
      case UnsupportedClassVersionError e -> tooNew(e);
      case NoClassDefFoundError e when e.getMessage() != null ->
          new Problem(
              "the class " + missingClass(e) + " is not there",
              "Put the library that has it into a folder together with the plug-in's jar");
      case ExceptionInInitializerError e -> new Problem(inWords(e), ASK_AUTHOR);
      case LinkageError e ->
          new Problem(
              "it does not fit what it was compiled against: " + inWords(e),
              "Install a build for this version of Prairie");
      default -> new Problem(inWords(failure), ASK_AUTHOR);
    };
  }

  private static String missingClass(NoClassDefFoundError e) {
    return oneLine(e.getMessage()).replace('/', '.');
  }

  private static Problem tooNew(UnsupportedClassVersionError e) {
    Matcher version = CLASS_FILE_VERSION.matcher(String.valueOf(e.getMessage()));
    String name = String.valueOf(e.getMessage()).split(" ", 2)[0];
    return version.find()
        ? ClassFileVersion.tooNew(name, Integer.parseInt(version.group(1)))
        : new Problem(inWords(e), ASK_AUTHOR);
  }

  /** Returns the failure's message, followed by that of what is at the bottom of it. */
  public static String inWords(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return oneLine(root == failure ? message : message + " (" + root + ")");
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
