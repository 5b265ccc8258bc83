package org.prairieml.host.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A jar's entries, to be changed into something that no tool would write. */
public final class JarEdit {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Returns the entries of a jar. */
  public static JarEdit of(Path jar) throws IOException {
    JarEdit edit = new JarEdit();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          edit.entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return edit;
  }

  /** Adds or replaces a file. */
  public JarEdit put(String name, String text) {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds or replaces a file. */
  public JarEdit put(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  /** Removes a file. */
  public JarEdit remove(String name) {
    entries.remove(name);
    return this;
  }

  /** Replaces the manifest. */
  public JarEdit manifest(String lines) {
    return put(MANIFEST, "Manifest-Version: 1.0\n" + lines);
  }

  /** Replaces the manifest by that of a plug-in for any API. */
  public JarEdit plugin(String id, String version) {
    return manifest(TestPlugins.manifest(id, version));
  }

  /** Removes the manifest. */
  public JarEdit withoutManifest() {
    return remove(MANIFEST);
  }

  /** Changes a file. */
  public JarEdit change(String name, UnaryOperator<byte[]> change) {
    return put(name, change.apply(entries.get(name)));
  }

  /** Makes a class one for another Java. */
  public JarEdit compiledFor(String name, int java) {
    return change(
        name,
        bytes -> {
          bytes[7] = (byte) (44 + java);
          return bytes;
        });
  }

  /** Returns the bytes of the jar. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Writes the jar. */
  public Path write(Path jar) throws IOException {
    return Files.write(jar, bytes());
  }
}
