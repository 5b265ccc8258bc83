package org.prairieml.activations.ldnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Optimizer;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;

/**
 * Runs the inner loop forwards and its adjoint backwards.
 *
 * <p>Memory grows with the number of parameters times steps: each step's activations are computed
 * again when its adjoint runs.
 */
final class InnerLoop implements AutoCloseable {

  private final InnerPrograms programs;
  private final Executable forward;
  private final Executable adjoint;
  private final double rate;
  private final List<Batch> batches = new ArrayList<>();
  private final List<Map<String, NdArray>> trajectory = new ArrayList<>();

  /**
   * A batch's numbers.
   *
   * @param x inputs, row-major
   * @param y targets, row-major
   */
  record Batch(double[] x, double[] y) {}

  /**
   * What a step showed before its update.
   *
   * @param loss the batch's mean loss
   * @param accuracy the share of labels met; not a number where targets are no classes
   */
  record Observation(double loss, double accuracy) {}

  InnerLoop(InnerPrograms programs, Configured<Optimizer> optimizer, RunContext context) {
    this.programs = programs;
    this.forward = context.compile(programs.forward());
    this.adjoint = forward.companion(programs.adjoint());
    this.rate = optimizer.service().rate(optimizer.options());
  }

  /** Compiles a program that shares the weights, the activations' parameters and hypergradients. */
  Executable companion(Program program) {
    return adjoint.companion(program);
  }

  /** Sets weights, activations' parameters or slots of memory. */
  void write(Map<String, NdArray> values) {
    values.forEach((name, value) -> forward.buffer(name).write(value.values()));
  }

  /** Starts a new loop from given weights, with an empty optimizer memory. */
  void start(Map<String, NdArray> weights) {
    batches.clear();
    trajectory.clear();
    write(weights);
    write(programs.memory());
  }

  /** Does one step. */
  Observation step(Batch batch) {
    trajectory.add(state());
    batches.add(batch);
    writeBatch(forward, batches.size() - 1);
    forward.run();
    boolean classes = programs.forward().outputs().containsKey(InnerPrograms.ACCURACY);
    return new Observation(
        forward.buffer(InnerPrograms.LOSS).get(0),
        classes ? forward.buffer(InnerPrograms.ACCURACY).get(0) : Double.NaN);
  }

  /** Returns the present value of a weight, an activation's parameter or a slot of memory. */
  NdArray read(String name) {
    return forward.buffer(name).read();
  }

  /**
   * Goes back over all steps since {@link #start} and leaves the gradient of their mean loss with
   * respect to the activations' parameters in the hypergradient states. The weights are afterwards
   * those of the first step.
   */
  void differentiate() {
    for (String state : programs.adjoint().updates().keySet()) {
      adjoint.buffer(state).write(new double[adjoint.buffer(state).shape().size()]);
    }
    for (int t = batches.size() - 1; t >= 0; t--) {
      write(trajectory.get(t));
      writeBatch(adjoint, t);
      adjoint.buffer(InnerPrograms.SHARE).write(1.0 / batches.size());
      adjoint.run();
    }
  }

  private void writeBatch(Executable program, int t) {
    program.buffer(InnerPrograms.X).write(batches.get(t).x());
    program.buffer(InnerPrograms.Y).write(batches.get(t).y());
    program.buffer(InnerPrograms.RATE).write(rate);
    program.buffer(InnerPrograms.COUNT).write(t + 1);
  }

  private Map<String, NdArray> state() {
    Map<String, NdArray> values = new LinkedHashMap<>();
    programs.forward().updates().keySet().forEach(name -> values.put(name, read(name)));
    return values;
  }

  /** Returns the adjoint of a state after {@link #differentiate}: the gradient at the start. */
  NdArray lambda(String state) {
    return adjoint.buffer(InnerPrograms.lambda(state)).read();
  }

  /** Returns the gradient with respect to an activation's parameter. */
  NdArray hypergradient(String parameter) {
    return adjoint.buffer(InnerPrograms.hypergradient(parameter)).read();
  }

  @Override
  public void close() {
    adjoint.close();
    forward.close();
  }
}
