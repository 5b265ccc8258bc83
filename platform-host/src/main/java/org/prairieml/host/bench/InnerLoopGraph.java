package org.prairieml.host.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.Options;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.training.loss.SoftmaxCrossEntropy;

/**
 * One step of an inner loop, declared in a program: inputs {@code x}, {@code y} and {@code count};
 * state the weights, the optimizer's memory and the sub-networks.
 */
final class InnerLoopGraph {

  static final String X = "x";
  static final String Y = "y";
  static final String COUNT = "count";
  static final String SHARE = "share";
  static final String LOSS = "loss";

  private final Program.Builder builder;
  private final Parameters weights;
  private final Parameters subnetworks;
  private final Map<String, NdArray> memory = new LinkedHashMap<>();
  private final Map<String, Tensor> next = new LinkedHashMap<>();
  private final Tensor loss;

  private InnerLoopGraph(InnerLoopWorkload loop, Program.Builder builder) {
    this.builder = builder;
    this.weights = new Parameters(builder);
    this.subnetworks = new Parameters(builder);
    int batch = loop.sizes().batch();
    Tensor x = builder.input(X, Shape.of(batch, loop.network().inputs()));
    Tensor y = builder.input(Y, Shape.of(batch));
    Tensor count = builder.input(COUNT, Shape.SCALAR);
    Tensor outputs = loop.network().apply(x, count, weights, subnetworks);
    this.loss = new SoftmaxCrossEntropy().apply(outputs, y, Options.NONE);
    OptimizerGraph step = update(loop, count);
    next.putAll(step.parameters());
    next.putAll(step.slots());
  }

  private OptimizerGraph update(InnerLoopWorkload loop, Tensor count) {
    return OptimizerGraph.of(
        loop.optimizer(),
        weights.tensors(),
        Gradients.of(loss, weights.tensors()),
        Tensor.of(loop.optimizer().service().rate(loop.optimizer().options())),
        count.add(1),
        slot -> {
          memory.put(slot.name(), NdArray.filled(slot.shape(), loop.memoryStart()));
          return builder.state(slot.name(), slot.shape());
        });
  }

  /** Returns the name of the state that holds the adjoint of a state. */
  static String lambda(String state) {
    return "lambda/" + state;
  }

  /** Returns the name of the state that sums up the gradient of a sub-network's parameter. */
  static String hypergradient(String parameter) {
    return "hypergradient/" + parameter;
  }

  /** Returns the step: it updates weights and memory and puts out the loss. */
  static Program forward(InnerLoopWorkload loop) {
    InnerLoopGraph graph = new InnerLoopGraph(loop, Program.builder("inner step"));
    graph.next.forEach(graph.builder::update);
    return graph.builder.output(LOSS, graph.loss).build();
  }

  /**
   * Returns the step's adjoint, which goes back through it: with s the step's state and A the
   * sub-networks, {@code lambda = d/ds [share loss + lambda . next(s, A)]}, and the same derivative
   * by A is added to the hypergradient.
   */
  static Program adjoint(InnerLoopWorkload loop) {
    InnerLoopGraph graph = new InnerLoopGraph(loop, Program.builder("inner step, adjoint"));
    graph.addAdjoint();
    return graph.builder.build();
  }

  /** Returns start values of weights, memory and sub-networks by name. */
  static Map<String, NdArray> startValues(InnerLoopWorkload loop) {
    InnerLoopGraph graph = new InnerLoopGraph(loop, Program.builder("start values"));
    Map<String, NdArray> values = new LinkedHashMap<>(graph.memory);
    values.putAll(graph.weights.startValues());
    values.putAll(graph.subnetworks.startValues());
    return values;
  }

  private void addAdjoint() {
    List<Tensor> results = new ArrayList<>(List.of(loss));
    List<Tensor> cotangents = new ArrayList<>(List.of(builder.input(SHARE, Shape.SCALAR)));
    Map<String, Tensor> sources = new LinkedHashMap<>();
    next.forEach((name, value) -> {
      results.add(value);
      cotangents.add(builder.state(lambda(name), value.shape()));
      sources.put(name, builder.declared(name));
    });
    sources.putAll(subnetworks.tensors());
    Map<String, Tensor> gradients = Gradients.vectorJacobian(results, cotangents, sources);
    next.keySet().forEach(name -> builder.update(lambda(name), gradients.get(name)));
    subnetworks.tensors().keySet().forEach(name -> addUp(hypergradient(name), gradients.get(name)));
  }

  private void addUp(String sum, Tensor gradient) {
    builder.update(sum, builder.state(sum, gradient.shape()).add(gradient));
  }
}
