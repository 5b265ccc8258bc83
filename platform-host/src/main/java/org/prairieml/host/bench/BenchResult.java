package org.prairieml.host.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.engine.Precision;

/**
 * What was measured of a workload on an engine.
 *
 * @param workload the workload's name
 * @param engine the engine's name
 * @param precision the number format
 * @param threads how many threads a step may use
 * @param gflop 10^9 operations in matrix products per step, 0 if there are none
 * @param firstMicros the time to compile and to do the first step
 * @param micros the samples, each a mean time per step
 * @param memory the memory in use
 */
public record BenchResult(
    String workload,
    String engine,
    Precision precision,
    int threads,
    double gflop,
    double firstMicros,
    List<Double> micros,
    MemoryPeak memory) {

  /** Returns the median time per step, that between the middle two if their number is even. */
  public double medianMicros() {
    List<Double> sorted = micros.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** Returns the least time per step. */
  public double minMicros() {
    return micros.stream().min(Double::compare).orElseThrow();
  }

  /** Returns 10^9 operations per second at the median. */
  public double gflopPerSecond() {
    return gflop / (medianMicros() * 1e-6);
  }

  /** Returns the result as plain data; times to the nanosecond. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("workload", workload);
    plain.put("engine", engine);
    plain.put("precision", BenchSettings.label(precision));
    plain.put("threads", threads);
    plain.put("median_us", rounded(medianMicros()));
    plain.put("min_us", rounded(minMicros()));
    plain.put("runs", micros.size());
    plain.put("first_us", rounded(firstMicros));
    plain.put("peak_mb", memory.heapMegabytes());
    memory.residentMegabytes().ifPresent(resident -> plain.put("resident_mb", resident));
    return plain;
  }

  private static double rounded(double micros) {
    return Math.round(micros * 1e3) / 1e3;
  }
}
