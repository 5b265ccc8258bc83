package org.prairieml.host.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class BenchTests {

  private static final BenchResult PRODUCTS =
      new BenchResult(
          "gemm",
          "vector",
          Precision.FLOAT32,
          2,
          2.147483648,
          150_000.5,
          List.of(10_000.0, 9_000.1234567, 12_000.0, 11_000.0),
          new MemoryPeak(40, OptionalLong.of(210)));

  private static final BenchResult PLAIN =
      new BenchResult(
          "sum",
          "reference",
          Precision.FLOAT64,
          1,
          0,
          5,
          List.of(1.0, 3.0, 2.0),
          new MemoryPeak(7, OptionalLong.empty()));

  private final List<String> progress = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void measuresEveryWorkloadOnEveryEngine() {
    List<BenchResult> results =
        bench(Optional.empty()).run(TinyWorkloads.ALL, List.of(new ReferenceEngine()));

    assertThat(results)
        .extracting(BenchResult::workload)
        .containsExactly("w1", "w2", "w2b", "w3-5", "gemm", "conv");
    assertThat(results)
        .allSatisfy(result -> {
          assertThat(result.micros()).hasSize(2).allMatch(micros -> micros > 0);
          assertThat(result.firstMicros()).isPositive();
          assertThat(result.precision()).isEqualTo(Precision.FLOAT64);
          assertThat(result.memory().heapMegabytes()).isPositive();
        });
    assertThat(progress)
        .hasSize(6)
        .first()
        .isEqualTo(
            "w1 on reference, float64, threads: 1"
                + " (one Adam step of a 3-4-2 ReLU classifier, batch 5)");
  }

  @Test
  void refusesAPrecisionBeforeAnyWork() {
    assertThatThrownBy(() ->
            bench(Optional.of(Precision.FLOAT32))
                .run(TinyWorkloads.ALL, List.of(new ReferenceEngine())))
        .isInstanceOf(PrairieException.class)
        .hasMessage("Engine 'reference': it does not compute in float32; it has float64.");
    assertThat(progress).isEmpty();
  }

  @Test
  void refusesToTimeAWrongResult() {
    Workload broken = new BrokenWorkload();

    assertThatThrownBy(
            () -> bench(Optional.empty()).run(List.of(broken), List.of(new ReferenceEngine())))
        .isInstanceOf(PrairieException.class)
        .hasMessage(
            "Workload 'broken' on engine 'reference': its result is NaN, so its time means"
                + " nothing.");
  }

  /** Time goes on by 10 ms with every look at the clock, so that samples are short. */
  private Bench bench(Optional<Precision> precision) {
    return new Bench(
        new BenchSettings(1, precision, 2, 0),
        new StepTimer(() -> clock.addAndGet(10_000_000)),
        progress::add);
  }

  @Test
  void printsATable() {
    assertThat(String.join("\n", BenchTable.lines(List.of(PRODUCTS, PLAIN))))
        .isEqualTo(
            """
            workload  engine     precision  threads  median_us  min_us  runs  first_us    gflop  gflop/s  peak_mb  resident_mb
            --------  ---------  ---------  -------  ---------  ------  ----  --------  -------  -------  -------  -----------
            gemm      vector     float32          2    10500.0  9000.1     4    150001  2.14748    204.5       40          210
            sum       reference  float64          1        2.0     1.0     3         5                          7\
            """);
  }

  @Test
  void isPlainData() {
    assertThat(PRODUCTS.toPlain())
        .containsExactly(
            Map.entry("workload", "gemm"),
            Map.entry("engine", "vector"),
            Map.entry("precision", "float32"),
            Map.entry("threads", 2),
            Map.entry("median_us", 10500.0),
            Map.entry("min_us", 9000.123),
            Map.entry("runs", 4),
            Map.entry("first_us", 150000.5),
            Map.entry("peak_mb", 40L),
            Map.entry("resident_mb", 210L));
    assertThat(PLAIN.toPlain()).doesNotContainKey("resident_mb");
  }

  /** A workload whose result is not a number. */
  private record BrokenWorkload() implements Workload {

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String describe() {
      return "nothing";
    }

    @Override
    public BenchStep prepare(Engine engine, CompileSettings settings) {
      BenchStep step = new MatrixProductWorkload(1).prepare(engine, settings);
      return new ProgramStep(
          ((ProgramStep) step).executable(), "product", () -> Map.of("a", nan()));
    }

    private static NdArray nan() {
      return NdArray.filled(Shape.of(1, 1), Double.NaN);
    }
  }
}
