package org.prairieml.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTableTests {

  @TempDir private Path folder;

  @Test
  void takesTheMedianOfRoundsAndTheLeastOfAll() throws IOException {
    Party ours =
        party(
            "ours",
            """
            [{"workload": "w1", "median_us": 30.0, "min_us": 9}]
            [{"workload": "w1", "median_us": 10, "min_us": 10},
             {"workload": "w2", "median_us": 2000, "min_us": 1000}]
            """);
    Party peer =
        party(
            "peer",
            """
            {"workload": "w1", "median_us": 70, "min_us": 45}
            {"workload": "w1", "median_us": 50, "min_us": 46}
            {"workload": "w1", "median_us": 60, "min_us": 47}
            """);
    assertThat(new ComparisonTable(ours, List.of(peer)).lines())
        .containsExactly(
            "| workload | ours, µs: median (min) | peer, µs: median (min) | ratio (of min) |",
            "| --- | ---: | ---: | ---: |",
            "| w1 | 20.0 (9.0) | 60.0 (45.0) | 3.00 (5.00) |",
            "| w2 | 2,000.0 (1,000.0) |  |  |");
  }

  @Test
  void takesAMissingFileForAnEmptyOne() throws IOException {
    Party absent = Party.read("absent", folder.resolve("none.json"));
    assertThat(absent.time("w1")).isEmpty();
  }

  private Party party(String name, String json) throws IOException {
    return Party.read(name, Files.writeString(folder.resolve(name), json));
  }
}
