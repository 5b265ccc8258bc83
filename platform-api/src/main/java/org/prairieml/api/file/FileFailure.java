package org.prairieml.api.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in a few words why a file could not be written or read. */
public final class FileFailure {

  private FileFailure() {}

  /** Returns the reason; most of the platform's exceptions have nothing but the file as message. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "access denied";
      case FileAlreadyExistsException _ -> "a file of this name is in the way";
      case NotDirectoryException _ -> "it is not a folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
