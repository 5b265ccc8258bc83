package org.prairieml.host.bench;

import java.lang.foreign.Arena;
import java.util.List;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.Executable;

/**
 * Runs an inner loop forwards, keeping the state before every step, and its adjoint backwards.
 *
 * <p>All memory is allocated beforehand: the trajectory grows with parameters times steps.
 */
final class InnerLoopStep implements BenchStep {

  private final InnerLoopWorkload loop;
  private final Arena arena = Arena.ofConfined();
  private final Executable forward;
  private final Executable adjoint;
  private final InnerLoopBatches.Feed forwardFeed;
  private final InnerLoopBatches.Feed adjointFeed;
  private final InnerLoopBatches batches;
  private final List<Tracked> trajectory;
  private final List<Buffer> sums;
  private final Buffer share;
  private final double[] weight = new double[1];
  private double meanLoss;

  /**
   * A state and its values before every step.
   *
   * @param state the state, which both programs share
   * @param values a slot per step
   */
  private record Tracked(Buffer state, Snapshots values) {}

  InnerLoopStep(InnerLoopWorkload loop, Engine engine, CompileSettings settings) {
    this.loop = loop;
    this.forward = engine.compile(InnerLoopGraph.forward(loop), settings);
    this.adjoint = forward.companion(InnerLoopGraph.adjoint(loop));
    this.forwardFeed = new InnerLoopBatches.Feed(forward);
    this.adjointFeed = new InnerLoopBatches.Feed(adjoint);
    this.batches = new InnerLoopBatches(loop, forwardFeed, arena);
    this.trajectory =
        forward.program().updates().keySet().stream()
            .map(forward::buffer)
            .map(this::track)
            .toList();
    this.sums = adjoint.program().updates().keySet().stream().map(adjoint::buffer).toList();
    this.share = adjoint.buffer(InnerLoopGraph.SHARE);
  }

  private Tracked track(Buffer state) {
    return new Tracked(state, new Snapshots(state, loop.sizes().steps(), arena));
  }

  @Override
  public void start() {
    InnerLoopGraph.startValues(loop)
        .forEach((name, value) -> forward.buffer(name).write(value.values()));
    save(0);
    batches.draw(forwardFeed);
  }

  /** Goes through the loop from the start values, then back. */
  @Override
  public void run() {
    load(0);
    double sum = 0;
    for (int t = 0; t < loop.sizes().steps(); t++) {
      save(t);
      batches.load(t, forwardFeed);
      forward.run();
      sum += share(t) * forward.buffer(InnerLoopGraph.LOSS).get(0);
    }
    meanLoss = sum;
    differentiate();
  }

  private void differentiate() {
    sums.forEach(sum -> sum.segment().fill((byte) 0));
    for (int t = loop.sizes().steps() - 1; t >= 0; t--) {
      load(t);
      batches.load(t, adjointFeed);
      weight[0] = share(t);
      share.write(weight);
      adjoint.run();
    }
  }

  /** Returns the weight of a step's loss in the mean. */
  private double share(int t) {
    int averaged = loop.sizes().averaged();
    return t < loop.sizes().steps() - averaged ? 0 : 1.0 / averaged;
  }

  private void save(int t) {
    trajectory.forEach(tracked -> tracked.values.save(t, tracked.state));
  }

  private void load(int t) {
    trajectory.forEach(tracked -> tracked.values.load(t, tracked.state));
  }

  /** Returns a sub-network's parameter, which may be written between steps. */
  Buffer subnetwork(String parameter) {
    return forward.buffer(parameter);
  }

  /** Returns the gradient of the last step's mean loss with respect to a parameter. */
  Buffer hypergradient(String parameter) {
    return adjoint.buffer(InnerLoopGraph.hypergradient(parameter));
  }

  /** Returns the mean loss. */
  @Override
  public double value() {
    return meanLoss;
  }

  @Override
  public double gflop() {
    double once = Arithmetic.gflop(forward.program()) + Arithmetic.gflop(adjoint.program());
    return loop.sizes().steps() * once;
  }

  @Override
  public void close() {
    adjoint.close();
    forward.close();
    arena.close();
  }
}
