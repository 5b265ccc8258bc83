package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in that the user may not read. No permission stops root, who becomes somebody else. */
class UnreadablePluginIT {

  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final String NOBODY = "65534";

  @TempDir private Path folder;

  @Test
  void isNamedWithItsCureAndTheRestWorks() throws IOException, InterruptedException {
    PrairieCopy copy = PrairieCopy.in(folder);
    Files.writeString(copy.plugin("unreadable.jar"), "whatever it is");
    permit(copy.plugin("unreadable.jar"), "---------");
    permit(folder, "rwxr-xr-x");

    Launched listed = asNobody(copy.home().resolve("bin").resolve("prairie"), "plugins", "list");

    assertThat(listed.exitCode()).as(listed.errors()).isZero();
    assertThat(listed.output())
        .contains("unreadable.jar: there is no permission to read it. Allow it: chmod u+r <file>.")
        .containsPattern("activations +\\S+ +\\S+ +ready");
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private Launched asNobody(Path launcher, String... arguments)
      throws IOException, InterruptedException {
    if (!System.getProperty("user.name").equals("root")) {
      return Launched.run(folder, launcher, arguments);
    }
    assumeThat(SETPRIV).as("to test as root").exists();
    List<String> all =
        new ArrayList<>(
            List.of("--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", launcher.toString()));
    all.addAll(List.of(arguments));
    return Launched.run(folder, SETPRIV, all.toArray(String[]::new));
  }
}
