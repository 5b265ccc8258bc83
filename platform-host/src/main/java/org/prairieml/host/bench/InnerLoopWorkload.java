package org.prairieml.host.bench;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.training.Optimizer;
import org.prairieml.graph.Tensor;

/**
 * The gradient of an inner loop's mean loss with respect to the sub-networks of its activations,
 * through every step of the loop.
 *
 * @param name the name
 * @param describe what it is
 * @param network what the loop trains
 * @param sizes how long the loop is
 * @param optimizer the rule of a step
 * @param memoryStart what every element of the optimizer's memory is before the first step
 */
record InnerLoopWorkload(
    String name,
    String describe,
    InnerNetwork network,
    Sizes sizes,
    Configured<Optimizer> optimizer,
    double memoryStart)
    implements Workload {

  /**
   * How long the loop is.
   *
   * @param batch the number of examples in a step
   * @param batches how many batches there are, taken in turn
   * @param steps the number of steps
   * @param averaged of how many steps, the last ones, the mean loss is taken
   */
  record Sizes(int batch, int batches, int steps, int averaged) {}

  /** Returns the loop of gradient descent with two kinds of sines, each half of the neurons. */
  static InnerLoopWorkload twoKinds(int inputs, int hidden, int classes, int width, Sizes sizes) {
    Subnetwork sine = new Subnetwork(Tensor::sin, Tensor::sin, width, 1);
    return new InnerLoopWorkload(
        "w2",
        "hypergradient through %d SGD steps of %d-%d-%d, two sub-networks 1-%d-1, batch %d"
            .formatted(sizes.steps(), inputs, hidden, classes, width, sizes.batch()),
        new InnerNetwork(inputs, hidden, classes, List.of(sine, sine), 0),
        sizes,
        BenchOptimizer.sgd(0.1),
        0);
  }

  /** Returns the loop of RMSprop with one kind, an ELU that a sub-network bends, and noise. */
  static InnerLoopWorkload bentElu(int inputs, int hidden, int classes, int width, Sizes sizes) {
    Subnetwork elu = new Subnetwork(Subnetwork::elu, Tensor::tanh, width, 0.2);
    return new InnerLoopWorkload(
        "w2b",
        "hypergradient through %d RMSprop steps of %d-%d-%d, sub-network 1-%d-1, batch %d"
            .formatted(sizes.steps(), inputs, hidden, classes, width, sizes.batch()),
        new InnerNetwork(inputs, hidden, classes, List.of(elu), 0.1),
        sizes,
        BenchOptimizer.rmsProp(1e-2, 0.4),
        1);
  }

  @Override
  public InnerLoopStep prepare(Engine engine, CompileSettings settings) {
    return new InnerLoopStep(this, engine, settings);
  }
}
