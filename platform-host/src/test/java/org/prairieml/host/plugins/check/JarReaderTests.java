package org.prairieml.host.plugins.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarReaderTests {

  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int OFFSET_OF_SIZE = 24;

  @TempDir private Path folder;

  @Test
  void readsNamesAndManifest() throws IOException {
    JarContents contents =
        read(
            zip(
                Map.of(
                    "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nPrairie-Plugin: demo\n",
                    "a/b/C.class", "?")));

    assertThat(contents.hasManifest()).isTrue();
    assertThat(contents.manifest().getValue("Prairie-Plugin")).isEqualTo("demo");
    assertThat(contents.packages()).containsExactly("a.b");
    assertThat(contents.hasClass("a.b.C")).isTrue();
    assertThat(contents.isModule()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/../../x", "/etc/x", "a\\..\\x", "C:/x", "a/..", "..", "a\u0000b"})
  void refusesPathsThatLeadOutOfTheJar(String name) throws IOException {
    assertProblem(zip(Map.of(name, "x")), "has a path that leads out of it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b/c", "...", "a/.hidden", "a/b..class", "a/c:d"})
  void takesNamesThatOnlyLookLikeIt(String name) throws IOException {
    assertThat(read(zip(Map.of(name, "x"))).entries()).containsExactly(name);
  }

  @Test
  void refusesAJarWithTooManyEntries() throws IOException {
    JarLimits two = new JarLimits(2, 1000, 100, 1000, 1000);
    Path jar = zip(Map.of("a", "", "b", "", "c", ""));

    assertProblem(new JarReader(two), jar, "zip bomb: it has more than 2 entries");
  }

  @Test
  void refusesAJarThatUnpacksToTooMuch() throws IOException {
    JarLimits limits = new JarLimits(10, 5 << 20, 100, 10 << 20, 0);
    Path jar = zip(Map.of("a", "0".repeat(3 << 20), "b", "0".repeat(3 << 20)));

    assertProblem(new JarReader(limits), jar, "it unpacks to more than 5 MB");
  }

  @Test
  void refusesAJarThatIsPackedTooTightly() throws IOException {
    JarLimits limits = new JarLimits(10, 1 << 30, 100, 1 << 20, 0);
    Path jar = zip(Map.of("a", "0".repeat(2 << 20)));

    assertProblem(new JarReader(limits), jar, "it unpacks to more than 100 times its size of 3 KB");
  }

  @Test
  void refusesAnEntryThatIsLargerThanItClaims() throws IOException {
    Path jar = zip(Map.of("a", "0".repeat(1 << 20)));
    claimSize(jar, 7);

    assertProblem(jar, "its entry 'a' is larger than it claims (7 bytes)");
    JarReader trusting = new JarReader(new JarLimits(10, 1 << 30, 100, 1 << 20, 0));
    assertThat(trusting.read(jar).entries()).as("not counted").containsExactly("a");
    assertProblem(new JarReader(trusting.limits().countingAll()), jar, "is larger than it claims");
  }

  @Test
  void tellsTruncatedFromNotAZipAndEmpty() throws IOException {
    byte[] whole = Files.readAllBytes(zip(Map.of("a", "text", "b", "more text")));
    Path jar = folder.resolve("x.jar");

    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    assertProblem(jar, "the jar is truncated or damaged");
    Files.writeString(jar, "PKI, and then nothing");
    assertProblem(jar, "it is not a zip");
    Files.write(jar, new byte[0]);
    assertProblem(jar, "the file is empty");
  }

  @Test
  void findsDamageInTheMiddle() throws IOException {
    Path jar = zip(Map.of("a", "0123456789".repeat(1000)));
    byte[] bytes = Files.readAllBytes(jar);
    Arrays.fill(bytes, 40, 60, (byte) 0xff);
    Files.write(jar, bytes);

    assertProblem(jar, "the jar is truncated or damaged");
  }

  @Test
  void saysThatPermissionIsMissing() throws IOException {
    // Tests may run as root, whom no permission stops; what the system would say is said here.
    JarReader forbidden =
        new JarReader(
            JarLimits.DEFAULT,
            file -> {
              throw new AccessDeniedException(file.toString());
            });

    assertProblem(forbidden, zip(Map.of("a", "x")), "there is no permission to read it");
  }

  @Test
  void refusesAManifestThatIsNone() throws IOException {
    assertProblem(
        zip(Map.of("META-INF/MANIFEST.MF", "no colon here\n")), "manifest cannot be read");
  }

  private JarContents read(Path jar) {
    return new JarReader(JarLimits.DEFAULT).read(jar);
  }

  private static void assertProblem(Path jar, String reason) {
    assertProblem(new JarReader(JarLimits.DEFAULT), jar, reason);
  }

  private static void assertProblem(JarReader reader, Path jar, String reason) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> reader.read(jar))
        .withMessageContaining(reason);
  }

  private Path zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return Files.write(folder.resolve("some.jar"), bytes.toByteArray());
  }

  /** Writes another size of the first entry into the directory at the zip's end. */
  private static void claimSize(Path jar, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(jar)).order(ByteOrder.LITTLE_ENDIAN);
    int header = 0;
    while (bytes.getInt(header) != CENTRAL_HEADER) {
      header++;
    }
    bytes.putInt(header + OFFSET_OF_SIZE, size);
    Files.write(jar, bytes.array());
  }
}
