package org.prairieml.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A repository for Maven with what this build has just made installed in it, and for all else links
 * to the repository that this build uses.
 */
final class LocalRepository {

  private static final Path WHOLE = Path.of("..").toAbsolutePath().normalize();
  private static final Path SHARED = Path.of(System.getProperty("maven.repository"));
  private static final String VERSION = System.getProperty("prairie.version");

  private final Path folder;

  private LocalRepository(Path folder) {
    this.folder = folder;
  }

  /** Fills an empty folder with what the author of a plug-in needs, and Prairie's own tests. */
  static void create(Path folder) throws IOException {
    LocalRepository repository = new LocalRepository(folder);
    link(SHARED, folder, "org");
    link(SHARED.resolve("org"), folder.resolve("org"), "prairieml");
    repository.install("prairie", WHOLE.resolve("pom.xml"), "pom");
    for (String module :
        List.of("platform-graph", "platform-api", "platform-testkit", "test-fixtures")) {
      Path built = WHOLE.resolve(module);
      repository.install(module, built.resolve("pom.xml"), "pom");
      repository.install(
          module, built.resolve("target/%s-%s.jar".formatted(module, VERSION)), "jar");
    }
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    try (var entries = Files.list(from)) {
      for (Path entry : entries.filter(e -> !e.endsWith(except)).toList()) {
        Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
      }
    }
  }

  private void install(String artifact, Path file, String ending) throws IOException {
    Path target = folder.resolve("org/prairieml").resolve(artifact).resolve(VERSION);
    Files.createDirectories(target);
    Files.copy(file, target.resolve("%s-%s.%s".formatted(artifact, VERSION, ending)));
  }
}
