package org.prairieml.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTests {

  @TempDir private Path folder;

  @Test
  void replacesTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("weights"), "old");
    AtomicFile.write(file, out -> out.write("new".getBytes()));
    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("weights");
  }

  @Test
  void keepsTheOldFileAndNoHalfOneWhereWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("weights"), "old");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("disk full");
                }))
        .withMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("weights");
  }

  @Test
  void saysInWordsWhyAFileCannotBeWritten() {
    Path file = folder.resolve("missing").resolve("weights");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
        .satisfies(e -> assertThat(FileFailure.reason(e)).isEqualTo("there is no such folder"));
  }
}
