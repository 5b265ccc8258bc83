package org.prairieml.host.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Looks at the memory in use now and then, and remembers the most. */
final class MemoryWatch {

  /** Where Linux says how much memory a process uses. */
  private static final Path STATUS = Path.of("/proc/self/status");

  private static final String RESIDENT_PEAK = "VmHWM:";

  private long most;

  private MemoryWatch() {}

  /** Returns a watch that does not see the garbage of what was before. */
  static MemoryWatch start() {
    System.gc();
    MemoryWatch watch = new MemoryWatch();
    watch.look();
    return watch;
  }

  /** Looks at the heap. */
  void look() {
    Runtime runtime = Runtime.getRuntime();
    most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
  }

  /** Returns the most that was seen. */
  MemoryPeak peak() {
    return new MemoryPeak(most >> 20, residentPeak());
  }

  private static OptionalLong residentPeak() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT_PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst();
    } catch (IOException elsewhere) {
      return OptionalLong.empty();
    }
  }
}
