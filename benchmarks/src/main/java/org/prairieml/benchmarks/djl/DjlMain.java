package org.prairieml.benchmarks.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prairieml.api.engine.Precision;
import org.prairieml.host.bench.Bench;
import org.prairieml.host.bench.BenchResult;
import org.prairieml.host.bench.BenchSettings;
import org.prairieml.host.bench.Workload;
import org.prairieml.host.run.Json;

/**
 * Measures an engine of DJL the way {@code prairie engines bench --json} measures Prairie's.
 *
 * <p>There are w1 and gemm. The Hamiltonian workloads need second derivatives, and so does the
 * hypergradient: DJL's public interface has first derivatives only.
 */
public final class DjlMain {

  private static final int THREADS = 1;

  private DjlMain() {}

  /**
   * Prints results as JSON; workloads that it does not have are told on standard error.
   *
   * @param args the engine, {@code PyTorch} or {@code MXNet}; the number of samples; the seconds of
   *     warm-up; the workloads
   */
  public static void main(String[] args) {
    BenchSettings settings =
        new BenchSettings(
            THREADS,
            Optional.of(Precision.FLOAT32),
            Integer.parseInt(args[1]),
            Double.parseDouble(args[2]));
    List<BenchResult> results =
        new Bench(settings, System.err::println)
            .run(
                workloads(args[0], List.of(args).subList(3, args.length)),
                List.of(new DjlEngine(args[0])));
    System.out.print(Json.write(results.stream().map(BenchResult::toPlain).toList()));
  }

  private static List<Workload> workloads(String engine, List<String> names) {
    List<Workload> workloads = new ArrayList<>();
    for (String name : names) {
      switch (name) {
        case "w1" -> workloads.add(new DjlClassifier(engine));
        case "gemm" -> workloads.add(new DjlMatrixProduct(engine));
        default -> System.err.println("DJL has no workload " + name + ": left out");
      }
    }
    return workloads;
  }
}
