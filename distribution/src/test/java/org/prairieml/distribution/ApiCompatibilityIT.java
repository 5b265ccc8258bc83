package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The check of the API against the last release, as the build runs it, on an API that is changed.
 */
class ApiCompatibilityIT {

  private static final Path PROJECT = Path.of("..", "platform-api");
  private static final String SERVICE = "org/prairieml/api/Service";

  @TempDir private Path folder;

  @Test
  void stopsTheBuildIfAMethodIsGone() throws IOException, InterruptedException {
    assertStops(api().removeMethod(SERVICE, "summary"), "METHOD_REMOVED", "summary");
  }

  @Test
  void stopsTheBuildIfAServiceHasToDoMoreThanBefore() throws IOException, InterruptedException {
    assertStops(api().addAbstractMethod(SERVICE, "origin"), "METHOD_ADDED_TO_INTERFACE", "origin");
  }

  @Test
  void letsTheApiGrow() throws IOException, InterruptedException {
    MavenRun check =
        check(
            api().addDefaultMethod(SERVICE, "origin").addInterface("org/prairieml/api/Something"));
    assertThat(check.exitCode()).as(check.log()).isZero();
  }

  private ApiEdit api() throws IOException {
    return ApiEdit.copy(folder.resolve("platform-api.jar"));
  }

  private static void assertStops(ApiEdit api, String... reasons)
      throws IOException, InterruptedException {
    MavenRun check = check(api);
    assertThat(check.exitCode()).isNotZero();
    assertThat(check.log()).contains("There is at least one").contains(reasons);
  }

  private static MavenRun check(ApiEdit api) throws IOException, InterruptedException {
    return MavenRun.of(
        PROJECT,
        "-Dapi.candidate=" + api.jar(),
        "com.github.siom79.japicmp:japicmp-maven-plugin:cmp@compatible-with-the-last-release");
  }
}
