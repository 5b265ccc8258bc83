package org.prairieml.activations.ldnn;

import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.Draws;
import org.prairieml.api.run.RunContext;
import org.prairieml.api.training.Optimizer;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;

/**
 * Runs the inner loop forwards and its adjoint backwards.
 *
 * <p>Memory grows with the number of parameters times the steps that the hypergradient goes
 * through: each step's activations are computed again when its adjoint runs.
 */
final class InnerLoop implements AutoCloseable {

  private final InnerPrograms programs;
  private final Executable forward;
  private final Executable adjoint;
  private final double rate;
  private final double seed;
  private final Hypergradient form;
  private final Trajectory trajectory;
  private long firstDraw;

  /** Where a step's examples come from; writes the same ones whenever it is asked. */
  interface Batch {

    /**
     * Writes the examples.
     *
     * @param x takes inputs, row-major
     * @param y takes targets, row-major
     */
    void write(Buffer x, Buffer y);
  }

  /**
   * What a step showed before its update.
   *
   * @param loss the batch's mean loss
   * @param accuracy the share of labels met; not a number where targets are no classes
   */
  record Observation(double loss, double accuracy) {}

  InnerLoop(
      InnerPrograms programs,
      Configured<Optimizer> optimizer,
      Hypergradient form,
      RunContext context) {
    this.programs = programs;
    this.form = form;
    this.forward = context.compile(programs.forward());
    this.adjoint = forward.companion(programs.adjoint());
    this.rate = optimizer.service().rate(optimizer.options());
    this.seed = Draws.seed(context.streams());
    this.trajectory =
        new Trajectory(
            programs.forward().updates().keySet().stream().map(forward::buffer).toList(),
            form.steps());
  }

  /** Compiles a program that shares the weights, the activations' parameters and hypergradients. */
  Executable companion(Program program) {
    return adjoint.companion(program);
  }

  /** Sets weights, activations' parameters or slots of memory. */
  void write(Map<String, NdArray> values) {
    values.forEach((name, value) -> forward.buffer(name).write(value.values()));
  }

  /**
   * Starts a new loop from given weights, with an empty optimizer memory.
   *
   * @param firstDraw the counter before the first step's noise, see {@link Draws}
   */
  void start(Map<String, NdArray> weights, long firstDraw) {
    this.firstDraw = firstDraw;
    trajectory.clear();
    write(weights);
    write(programs.memory());
  }

  /** Does one step. */
  Observation step(Batch batch) {
    trajectory.keep(batch);
    writeInputs(forward, trajectory.last(), batch);
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
   * Goes back over the kept steps since {@link #start} and leaves the gradient of the mean loss
   * with respect to the activations' parameters in the hypergradient states. The weights are
   * afterwards those of the first kept step.
   */
  void differentiate() {
    clearAdjoint();
    for (int step = trajectory.last(); step >= trajectory.first(); step--) {
      trajectory.restore(step);
      writeInputs(adjoint, step, trajectory.batch(step));
      adjoint.buffer(InnerPrograms.SHARE).write(form.share(step, trajectory.last()));
      adjoint.run();
    }
  }

  /**
   * Leaves the gradient of a batch's loss at the present weights, which are held, with respect to
   * the activations' parameters in the hypergradient states.
   */
  void differentiateDirectly(Batch batch) {
    clearAdjoint();
    writeInputs(adjoint, trajectory.last() + 1, batch);
    adjoint.buffer(InnerPrograms.SHARE).write(1);
    adjoint.run();
  }

  private void clearAdjoint() {
    for (String state : programs.adjoint().updates().keySet()) {
      adjoint.buffer(state).write(new double[adjoint.buffer(state).shape().size()]);
    }
  }

  private void writeInputs(Executable program, int step, Batch batch) {
    batch.write(program.buffer(InnerPrograms.X), program.buffer(InnerPrograms.Y));
    program.buffer(InnerPrograms.RATE).write(rate);
    program.buffer(InnerPrograms.COUNT).write(step);
    program.buffer(InnerPrograms.SEED).write(seed);
    program.buffer(InnerPrograms.DRAW).write(firstDraw + step);
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
