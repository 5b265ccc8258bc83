package org.prairieml.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one party has measured in all rounds.
 *
 * @param name the heading of its column
 * @param rounds a JSON object per workload and round, with {@code workload}, {@code median_us} and
 *     {@code min_us}
 */
record Party(String name, List<JsonNode> rounds) {

  /** Reads JSON objects and arrays of them, one after another; a missing file is an empty one. */
  static Party read(String name, Path file) throws IOException {
    List<JsonNode> rounds = new ArrayList<>();
    if (Files.exists(file)) {
      try (JsonParser parser = JsonMapper.shared().createParser(file)) {
        while (parser.nextToken() != null) {
          JsonNode document = parser.readValueAsTree();
          rounds.addAll(document.isArray() ? document.values() : List.of(document));
        }
      }
    }
    return new Party(name, rounds);
  }

  /** Returns the workloads, in the order in which they came first. */
  Stream<String> workloads() {
    return rounds.stream().map(round -> round.get("workload").stringValue()).distinct();
  }

  /** Returns the time of a workload, if it was measured. */
  Optional<StepTime> time(String workload) {
    double[] medians = values(workload, "median_us").sorted().toArray();
    if (medians.length == 0) {
      return Optional.empty();
    }
    double median = (medians[(medians.length - 1) / 2] + medians[medians.length / 2]) / 2;
    return Optional.of(new StepTime(median, values(workload, "min_us").min().orElseThrow()));
  }

  private DoubleStream values(String workload, String field) {
    return rounds.stream()
        .filter(round -> round.get("workload").stringValue().equals(workload))
        .mapToDouble(round -> round.get(field).doubleValue());
  }
}
