package org.prairieml.activations.ldnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.prairieml.activations.catalog.InterpolatedActivation.Between;
import org.prairieml.api.Configured;
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
import org.prairieml.graph.reference.ReferenceEvaluator;

/**
 * Samples a network's learned functions on a grid while they evolve (Choudhary et al. 2023,
 * Methods: 100 points on [-10, 10]), and says how far the captured ones are from them.
 */
final class LearnedFunctions implements AutoCloseable {

  private static final int CHECKS_PER_SEGMENT = 8;

  private final List<Function> functions;
  private final NdArray grid;
  private final NdArray fineGrid;
  private final Capture capture;
  private final Executable sampling;
  private final Executable checking;
  private final Map<Function, List<Snapshot>> snapshots = new LinkedHashMap<>();

  /** A function in a layer. */
  private record Function(String layer, ActivationLayer.Placement placement) {

    String name() {
      return layer + "." + placement.label();
    }

    String path() {
      return layer + "." + placement.prefix();
    }
  }

  /**
   * Prepares sampling.
   *
   * @param capture where functions are sampled, and what they become
   * @param inner what holds the functions' parameters
   */
  LearnedFunctions(Network network, Capture capture, InnerLoop inner) {
    this.functions = find(network);
    this.capture = capture;
    int segments = capture.points() - 1;
    this.grid = capture.grid(segments + 1);
    this.fineGrid = capture.grid(segments * CHECKS_PER_SEGMENT + 1);
    this.sampling = inner.companion(program(network, grid));
    this.checking = inner.companion(program(network, fineGrid));
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

  private Program program(Network network, NdArray at) {
    Program.Builder builder = Program.builder("sampling of activations");
    Map<String, Tensor> parameters = InnerPrograms.declare(builder, network.activationParameters());
    ParameterScope root = ParameterScope.of(spec -> parameters.get(spec.name()));
    Tensor points = Tensor.of(at.reshape(Shape.of(at.size(), 1)));
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
              captured(function, capture.between()));
        })
        .toList();
  }

  private Configured<Activation> captured(Function function, Between between) {
    double[] values = snapshots.get(function).getLast().values().values();
    return capture.function(function.name(), values, between);
  }

  /**
   * Returns, for every way of interpolation, the greatest distance of a captured function from the
   * learned one within the interval: {@code capture_error_linear}, {@code
   * capture_error_cubic_spline}, {@code capture_error_polynomial}.
   */
  Map<String, Double> errors() {
    checking.run();
    Map<String, Double> errors = new LinkedHashMap<>();
    for (Between between : Between.values()) {
      errors.put(
          "capture_error_" + between.name().toLowerCase(Locale.ROOT),
          functions.stream().mapToDouble(f -> error(f, between)).max().orElse(0));
    }
    return errors;
  }

  private double error(Function function, Between between) {
    Configured<Activation> captured = captured(function, between);
    ParameterScope none = ParameterScope.of(spec -> fail(spec.name()));
    Tensor values = captured.service().apply(Tensor.of(fineGrid), captured.options(), none);
    NdArray ours =
        new ReferenceEvaluator(Program.builder("captured").output("y", values).build())
            .run()
            .get("y");
    NdArray learned = checking.buffer(function.path()).read();
    return IntStream.range(0, ours.size())
        .mapToDouble(i -> Math.abs(ours.values()[i] - learned.values()[i]))
        .max()
        .orElse(0);
  }

  private static Tensor fail(String parameter) {
    throw new IllegalStateException("a captured function has no parameter " + parameter);
  }

  @Override
  public void close() {
    checking.close();
    sampling.close();
  }
}
