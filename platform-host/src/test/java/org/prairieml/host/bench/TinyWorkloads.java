package org.prairieml.host.bench;

import java.util.List;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;

/** The workloads at sizes that the reference engine is quick at. */
final class TinyWorkloads {

  private static final Engine ENGINE = new ReferenceEngine();
  private static final CompileSettings SETTINGS = new CompileSettings(Precision.FLOAT64, 1);

  static final InnerLoopWorkload TWO_KINDS =
      InnerLoopWorkload.twoKinds(3, 4, 2, 3, new InnerLoopWorkload.Sizes(5, 3, 4, 4));

  /** More steps than batches, and of the losses only the last ones count. */
  static final InnerLoopWorkload BENT_ELU =
      InnerLoopWorkload.bentElu(3, 4, 2, 3, new InnerLoopWorkload.Sizes(5, 2, 5, 3));

  static final List<Workload> ALL =
      List.of(
          new ClassifierWorkload(3, 4, 2, 5),
          TWO_KINDS,
          BENT_ELU,
          new HamiltonianWorkload(4, 5),
          new MatrixProductWorkload(4),
          new ConvolutionWorkload(2, 4, 3));

  private TinyWorkloads() {}

  /** Compiles a workload for the reference engine and starts it. */
  static BenchStep started(Workload workload) {
    BenchStep step = workload.prepare(ENGINE, SETTINGS);
    step.start();
    return step;
  }

  /** Compiles an inner loop for the reference engine and starts it. */
  static InnerLoopStep started(InnerLoopWorkload workload) {
    InnerLoopStep step = workload.prepare(ENGINE, SETTINGS);
    step.start();
    return step;
  }
}
