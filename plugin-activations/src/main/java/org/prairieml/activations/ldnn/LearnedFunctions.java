package org.prairieml.activations.ldnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.activations.catalog.InterpolatedActivation;
import org.prairieml.api.Options;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.api.training.LearnedActivation.Snapshot;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Samples a network's learned functions on a grid while they evolve (Choudhary et al. 2023,
 * Methods: 100 points on [-10, 10]).
 */
final class LearnedFunctions implements AutoCloseable {

  private final List<Function> functions;
  private final NdArray grid;
  private final double lower;
  private final double upper;
  private final Executable sampling;
  private final Map<Function, List<Snapshot>> snapshots = new LinkedHashMap<>();

  /** A function in a layer. */
  private record Function(String layer, ActivationLayer.Placement placement) {

    String path() {
      return layer + "." + placement.prefix();
    }
  }

  /**
   * Prepares sampling.
   *
   * @param capture values for the keys of {@link LdnnOptions#CAPTURE}
   * @param inner what holds the functions' parameters
   */
  LearnedFunctions(Network network, Options capture, InnerLoop inner) {
    this.functions = find(network);
    this.lower = capture.get(LdnnOptions.LOWER);
    this.upper = capture.get(LdnnOptions.UPPER);
    this.grid = grid(lower, upper, capture.get(LdnnOptions.POINTS));
    this.sampling = inner.companion(program(network));
    functions.forEach(function -> snapshots.put(function, new ArrayList<>()));
  }

  private static List<Function> find(Network network) {
    List<Function> found = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      if (node.layer().service() instanceof ActivationLayer) {
        ActivationLayer.placements(node.layer().options()).stream()
            .map(placement -> new Function(node.id(), placement))
            .filter(function -> isLearned(function, network))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isLearned(Function function, Network network) {
    return network.activationParameters().keySet().stream()
        .anyMatch(n -> n.startsWith(function.path()));
  }

  private static NdArray grid(double lower, double upper, int points) {
    return NdArray.vector(
        IntStream.range(0, points)
            .mapToDouble(i -> lower + (upper - lower) * i / (points - 1))
            .toArray());
  }

  private Program program(Network network) {
    Program.Builder builder = Program.builder("sampling of activations");
    Map<String, Tensor> parameters = InnerPrograms.declare(builder, network.activationParameters());
    ParameterScope root = ParameterScope.of(spec -> parameters.get(spec.name()));
    Tensor points = Tensor.of(grid.reshape(Shape.of(grid.size(), 1)));
    for (Function function : functions) {
      ParameterScope layer = root.child(function.layer());
      ParameterScope scope =
          function.placement().prefix().isEmpty()
              ? layer
              : layer.child(function.placement().label());
      Activation service = function.placement().function().service();
      builder.output(
          function.path(), service.apply(points, function.placement().function().options(), scope));
    }
    return builder.build();
  }

  /** Keeps the functions' present values. */
  void capture(long step) {
    sampling.run();
    snapshots.forEach((function, taken) -> {
      NdArray values = sampling.buffer(function.path()).read();
      taken.add(new Snapshot(step, values.reshape(grid.shape())));
    });
  }

  /** Returns the functions with their evolution; the last snapshot is what each is captured as. */
  List<LearnedActivation> result() {
    return functions.stream()
        .map(function -> {
          List<Snapshot> evolution = snapshots.get(function);
          return new LearnedActivation(
              function.layer(),
              function.placement().label(),
              grid,
              List.copyOf(evolution),
              InterpolatedActivation.of(lower, upper, evolution.getLast().values().values()));
        })
        .toList();
  }

  @Override
  public void close() {
    sampling.close();
  }
}
