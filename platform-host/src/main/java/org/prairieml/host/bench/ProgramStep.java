package org.prairieml.host.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.NdArray;

/**
 * A step that is one run of one program.
 *
 * @param executable the program
 * @param output the output whose first element {@link #value} returns
 * @param startValues gives values of inputs and state by name
 */
record ProgramStep(Executable executable, String output, Supplier<Map<String, NdArray>> startValues)
    implements BenchStep {

  /** Returns a step of a training; its inputs are given by name. */
  static ProgramStep training(
      Executable executable, TrainingGraph graph, Supplier<Map<String, NdArray>> inputs) {
    return new ProgramStep(
        executable,
        TrainingGraph.LOSS,
        () -> {
          Map<String, NdArray> values = new LinkedHashMap<>(graph.startValues());
          values.putAll(inputs.get());
          return values;
        });
  }

  @Override
  public void start() {
    startValues.get().forEach((name, value) -> executable.buffer(name).write(value.values()));
  }

  @Override
  public void run() {
    executable.run();
  }

  @Override
  public double value() {
    return executable.buffer(output).get(0);
  }

  @Override
  public double gflop() {
    return Arithmetic.gflop(executable.program());
  }

  @Override
  public void close() {
    executable.close();
  }
}
