package org.prairieml.activations.ldnn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Moves the activations' parameters along the hypergradient, and measures its length. */
final class OuterStep implements AutoCloseable {

  private static final String NORM = "norm";

  private final Executable program;
  private final double rate;
  private long count;

  /**
   * Compiles the step.
   *
   * @param parameters the activations' parameters by name
   * @param clipping what bounds the hypergradient that the optimizer sees
   * @param inner the executable whose state holds parameters and hypergradients
   */
  OuterStep(
      Map<String, ParameterSpec> parameters,
      Configured<Optimizer> optimizer,
      Clipping clipping,
      InnerLoop inner) {
    Map<String, NdArray> memory = new LinkedHashMap<>();
    this.program = inner.companion(build(parameters, optimizer, clipping, memory));
    this.rate = optimizer.service().rate(optimizer.options());
    memory.forEach((name, value) -> program.buffer(name).write(value.values()));
  }

  private static Program build(
      Map<String, ParameterSpec> parameters,
      Configured<Optimizer> optimizer,
      Clipping clipping,
      Map<String, NdArray> memory) {
    Program.Builder builder = Program.builder("outer step");
    Map<String, Tensor> values = new LinkedHashMap<>();
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    parameters.forEach((name, spec) -> {
      values.put(name, builder.state(name, spec.shape()));
      gradients.put(name, builder.state(InnerPrograms.hypergradient(name), spec.shape()));
    });
    OptimizerGraph step =
        OptimizerGraph.of(
            optimizer,
            values,
            clipping.apply(gradients),
            builder.input(InnerPrograms.RATE, Shape.SCALAR),
            builder.input(InnerPrograms.COUNT, Shape.SCALAR),
            slot -> {
              String name = "outer/" + slot.name();
              memory.put(name, NdArray.filled(slot.shape(), slot.initial()));
              return builder.state(name, slot.shape());
            });
    step.parameters().forEach(builder::update);
    step.slots().forEach((name, next) -> builder.update("outer/" + name, next));
    return builder.output(NORM, Clipping.norm(gradients)).build();
  }

  /** Does one step and returns the Euclidean length of the hypergradient before it is clipped. */
  double run() {
    program.buffer(InnerPrograms.RATE).write(rate);
    program.buffer(InnerPrograms.COUNT).write(++count);
    program.run();
    return program.buffer(NORM).get(0);
  }

  @Override
  public void close() {
    program.close();
  }
}
