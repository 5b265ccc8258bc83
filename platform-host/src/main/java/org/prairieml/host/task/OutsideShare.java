package org.prairieml.host.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RunContext;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * Measures how often the inputs of a layer of trained networks fall outside of an interval: where a
 * captured function has no values and is continued.
 */
final class OutsideShare implements AutoCloseable {

  private static final String SHARE = "share";

  private final Network network;
  private final Executable program;

  /**
   * Prepares the measurement.
   *
   * @param layer the id of the layer
   * @param examples the inputs on which
   * @param grid the points that cover the interval, ascending
   */
  OutsideShare(
      Network network, String layer, Dataset.Split examples, NdArray grid, RunContext context) {
    this.network = network;
    this.program = context.compile(build(network, layer, examples, grid));
    program.buffer("x").write(examples.x().values());
  }

  private static Program build(
      Network network, String layer, Dataset.Split examples, NdArray grid) {
    Program.Builder builder = Program.builder("share of preactivations outside");
    Tensor x = builder.input("x", examples.x().shape());
    Map<String, Tensor> parameters =
        network.parameters().values().stream()
            .collect(
                Collectors.toMap(
                    spec -> spec.name(), spec -> builder.state(spec.name(), spec.shape())));
    String input =
        network.nodes().stream()
            .filter(node -> node.id().equals(layer))
            .findFirst()
            .orElseThrow()
            .inputs()
            .getFirst();
    Tensor preactivation = network.activity(x, parameters).get(input);
    Tensor below = preactivation.less(Tensor.of(grid.values()[0]));
    Tensor above = Tensor.of(grid.values()[grid.size() - 1]).less(preactivation);
    return builder.output(SHARE, Formulas.meanAll(below.add(above))).build();
  }

  /** Returns the mean share over networks with the given parameters. */
  double mean(List<Map<String, NdArray>> networks) {
    return networks.stream().mapToDouble(this::share).average().orElse(Double.NaN);
  }

  private double share(Map<String, NdArray> parameters) {
    network
        .parameters()
        .keySet()
        .forEach(name -> program.buffer(name).write(parameters.get(name).values()));
    program.run();
    return program.buffer(SHARE).get(0);
  }

  @Override
  public void close() {
    program.close();
  }
}
