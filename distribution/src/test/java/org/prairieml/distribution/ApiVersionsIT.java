package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's jar under other versions of the API than the one that it was compiled against. */
class ApiVersionsIT {

  private static final Path SOURCES =
      Path.of("..", "examples", "third-party-activation", "src", "main", "java");
  private static final Path LAST_RELEASE = Path.of("..", "baseline");
  private static final String ACTIVATION = "org/prairieml/api/network/Activation";

  @TempDir private Path folder;
  private PrairieCopy copy;

  @BeforeEach
  void copyPrairie() throws IOException {
    copy = PrairieCopy.in(folder);
  }

  @Test
  void aPluginOfTheLastReleaseWorksInThisBuild() throws IOException, InterruptedException {
    dropIn(LAST_RELEASE, "[0.1,0.2)");

    copy.assertShowsTheExample();
    copy.assertTrains("softened-line");
  }

  @Test
  void aPluginOfApi10WorksWithApi11() throws IOException, InterruptedException {
    compileAgainstApi10();

    useApi(
        api("1.1.0")
            .addDefaultMethod(ACTIVATION, "addedIn11")
            .addDefaultMethod("org/prairieml/api/Service", "addedToAllIn11")
            .addInterface("org/prairieml/api/network/AddedIn11"));

    Launched listed = copy.prairie("plugins", "list");
    assertThat(listed.output()).containsPattern("bent +1\\.0\\.0 +\\[1\\.0,2\\) +ready");
    copy.assertTrains("softened-line");
  }

  @Test
  void aPluginOfApi10IsRefusedByApi2() throws IOException, InterruptedException {
    compileAgainstApi10();

    useApi(api("2.0.0"));

    Launched shown = copy.prairie("activations", "show", "softened-line");
    assertThat(shown.exitCode()).isEqualTo(4);
    assertThat(shown.errors()).contains("it is built for API [1.0,2), and this is API 2.0.0.");
  }

  private void compileAgainstApi10() throws IOException {
    copy.withoutPlugins();
    useApi(api("1.0.0"));
    dropIn(copy.home().resolve("lib"), "[1.0,2)");
  }

  private ApiEdit api(String version) throws IOException {
    return ApiEdit.copy(folder.resolve("api-" + version + ".jar")).version(version);
  }

  private void useApi(ApiEdit api) throws IOException {
    String name = "lib/platform-api-%s.jar".formatted(System.getProperty("prairie.version"));
    Files.copy(api.jar(), copy.home().resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private void dropIn(Path modulePath, String range) throws IOException {
    Path jar = folder.resolve("bent.jar");
    PluginJar.make(
        jar,
        modulePath,
        SOURCES,
        Map.of("Prairie-Plugin", "bent", "Prairie-Version", "1.0.0", "Prairie-Api", range));
    Files.move(jar, copy.plugin("bent.jar"));
  }
}
