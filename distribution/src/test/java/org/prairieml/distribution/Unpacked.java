package org.prairieml.distribution;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The zip of the distribution, unpacked with its permissions. */
final class Unpacked {

  static final Path ZIP = Path.of(System.getProperty("prairie.zip"));

  private Unpacked() {}

  /** Unpacks the zip into a folder and returns the one folder that is in it. */
  static Path into(Path folder) throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true))) {
      for (Path entry : entries(zip)) {
        Path target = folder.resolve(entry.toString().substring(1));
        if (Files.isDirectory(entry)) {
          Files.createDirectories(target);
        } else {
          Files.copy(entry, target);
          Files.setPosixFilePermissions(target, permissions(entry));
        }
      }
      try (var roots = Files.list(folder)) {
        return roots.findFirst().orElseThrow();
      }
    }
  }

  /** Copies one file of the distribution, by its path in it, into a folder. */
  static Path file(String path, Path folder) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(ZIP);
        Stream<Path> roots = Files.list(zip.getPath("/"))) {
      Path file = roots.findFirst().orElseThrow().resolve(path);
      return Files.copy(file, folder.resolve(file.getFileName().toString()));
    }
  }

  private static List<Path> entries(FileSystem zip) throws IOException {
    try (var walk = Files.walk(zip.getPath("/"))) {
      return walk.toList();
    }
  }

  @SuppressWarnings("unchecked") // the zip file system documents this type
  private static Set<PosixFilePermission> permissions(Path entry) throws IOException {
    return (Set<PosixFilePermission>) Files.getAttribute(entry, "zip:permissions");
  }
}
