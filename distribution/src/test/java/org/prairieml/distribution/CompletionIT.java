package org.prairieml.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab does in bash and in zsh with the script that is in the zip. */
class CompletionIT {

  private static final Path TYPE_IN_ZSH = Path.of("src", "test", "resources", "complete.zsh");

  @TempDir private static Path folder;
  private static Path script;

  @BeforeAll
  static void takeTheScript() throws IOException {
    assumeThat(Unpacked.ZIP).as("built without -Dimage.skip, on Linux").exists();
    script = Unpacked.file("completion/prairie.sh", folder);
  }

  @ParameterizedTest
  @CsvSource({
    "prairie activ, activations",
    "prairie activations sh, show",
    "prairie run mnist1d-ml, mnist1d-mlp",
    "prairie run --thr, --threads",
    "prairie plugins ver, verify",
  })
  void bash(String typed, String completed) throws IOException, InterruptedException {
    // It also asks the shell for the completion that it is not in.
    String words =
        "source '%s' && COMP_WORDS=(%s) && COMP_CWORD=%d && _complete_prairie 2> /dev/null && echo"
            + " \"${COMPREPLY[@]}\"";
    int last = typed.split(" ").length - 1;

    assertThat(output("bash", "-c", words.formatted(script, typed, last)).strip())
        .isEqualTo(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "prairie activ, prairie activations",
    "prairie run mnist1d-ml, prairie run mnist1d-mlp",
    "prairie plugins ver, prairie plugins verify",
  })
  void zsh(String typed, String completed) throws IOException, InterruptedException {
    assumeThat(List.of("/bin/zsh", "/usr/bin/zsh")).anyMatch(path -> Files.exists(Path.of(path)));

    assertThat(output("zsh", "-f", TYPE_IN_ZSH.toString(), script.toString(), typed, completed))
        .contains(completed);
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes());
    assertThat(shell.waitFor()).as(output).isZero();
    return output;
  }
}
