package org.prairieml.benchmarks.kernel;

import org.openjdk.jmh.annotations.Param;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.host.bench.BenchStep;
import org.prairieml.host.bench.Workloads;

/** Measures one step of a standard workload: w1 is an Adam step of a 40-100-10 classifier. */
public class TrainingStepBenchmark extends TwinBenchmark {

  /** A workload of {@code prairie engines bench}. */
  @Param("w1")
  public String workload;

  private BenchStep step;

  /** Creates the state. */
  public TrainingStepBenchmark() {}

  @Override
  protected void prepare(Engine engine, CompileSettings settings) {
    step = Workloads.find(workload).prepare(engine, settings);
    step.start();
  }

  @Override
  protected void run() {
    step.run();
  }

  @Override
  public void close() {
    step.close();
  }
}
