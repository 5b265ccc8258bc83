package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.Services;
import org.prairieml.api.network.Activation;
import org.prairieml.api.network.ActivationLayer;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.host.experiment.ExperimentSchema;
import org.prairieml.host.figures.Role;

/**
 * Which groups of networks show what learned functions are worth: every learned function alone, all
 * of them mixed as they were learned, and the baselines.
 */
final class ComparisonPlan {

  /** The name of the group that mixes the learned functions. */
  static final String MIXED = "mixed";

  private final NetworkTemplate network;
  private final String layer;
  private final List<ActivationLayer.Placement> placements;
  private final List<Configured<Activation>> baselines;
  private final List<String> baselineNames;

  /**
   * Reads the plan.
   *
   * @param network the network in which the functions are learned
   * @param compare values for {@link ExperimentSchema#COMPARE_KEYS}
   * @param services where the services that are defaults of options are found
   * @throws PrairieException bad input, if the layer does not exist or is no activation layer
   */
  ComparisonPlan(NetworkTemplate network, Options compare, Services services) {
    this.network = network;
    this.layer = compare.get(ExperimentSchema.COMPARE_LAYER);
    this.placements = ActivationLayer.placements(node().layer().options());
    this.baselines = compare.get(ExperimentSchema.COMPARE_BASELINES);
    this.baselineNames = FunctionNames.of(baselines, services);
  }

  private Network.Node node() {
    Network.Node node =
        network.nodes().stream()
            .filter(candidate -> candidate.id().equals(layer))
            .findFirst()
            .orElseThrow(() -> problem("the network has no such layer."));
    if (!(node.layer().service() instanceof ActivationLayer)) {
      throw problem("it is a layer of kind '" + node.layer().name() + "', not 'activation'.");
    }
    return node;
  }

  private PrairieException problem(String reason) {
    return PrairieException.badInput(
        "Key 'compare.layer' names the layer '%s': %s The layers are %s."
            .formatted(layer, reason, network.nodes().stream().map(Network.Node::id).toList()));
  }

  /** Returns the id of the layer whose functions differ between groups. */
  String layer() {
    return layer;
  }

  /** Returns the groups of fixed functions, which are known before anything is learned. */
  List<Group> baselineGroups() {
    return IntStream.range(0, baselines.size())
        .mapToObj(
            i -> group(baselineNames.get(i), Role.BASELINE, ActivationLayer.of(baselines.get(i))))
        .toList();
  }

  /** Returns all groups: learned functions first, then their mixture, then the baselines. */
  List<Group> groups(List<LearnedActivation> learned) {
    List<LearnedActivation> here =
        learned.stream().filter(function -> function.layer().equals(layer)).toList();
    List<Group> groups = new ArrayList<>();
    here.forEach(function ->
        groups.add(group(function.label(), Role.PURE, ActivationLayer.of(function.function()))));
    if (here.size() > 1) {
      groups.add(group(MIXED, Role.MIXED, mixture(here)));
    }
    groups.addAll(baselineGroups());
    return groups;
  }

  private Configured<Layer> mixture(List<LearnedActivation> learned) {
    List<Options> kinds = new ArrayList<>();
    for (LearnedActivation function : learned) {
      double share =
          placements.stream()
              .filter(placement -> placement.label().equals(function.label()))
              .findFirst()
              .orElseThrow()
              .share();
      kinds.add(ActivationLayer.kind(function.function(), share));
    }
    return ActivationLayer.mixed(kinds);
  }

  private Group group(String name, Role role, Configured<Layer> replacement) {
    return new Group(name, role, network.replace(layer, replacement));
  }
}
