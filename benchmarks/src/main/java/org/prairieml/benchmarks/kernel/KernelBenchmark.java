package org.prairieml.benchmarks.kernel;

import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.Distribution;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/** Measures one run of a program whose inputs are normal numbers from a fixed seed. */
public abstract class KernelBenchmark extends TwinBenchmark {

  private Executable executable;

  /** For subclasses. */
  protected KernelBenchmark() {}

  /** Returns the program, after the parameters have been set. */
  protected abstract Program program();

  @Override
  protected void prepare(Engine engine, CompileSettings settings) {
    executable = engine.compile(program(), settings);
    executable.program().inputs().forEach(this::fill);
  }

  private void fill(String name, Tensor input) {
    NdArray values =
        new Distribution.Normal(0, 1).sample(input.shape(), RandomStreams.of(1).stream(name));
    executable.buffer(name).write(values.values());
  }

  @Override
  protected void run() {
    executable.run();
  }

  @Override
  public void close() {
    executable.close();
  }
}
