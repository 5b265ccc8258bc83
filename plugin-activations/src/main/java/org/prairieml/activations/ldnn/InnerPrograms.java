package org.prairieml.activations.ldnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prairieml.api.data.Target;
import org.prairieml.api.network.Draws;
import org.prairieml.api.network.ParameterSpec;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * The programs of Algorithm 1's inner loop: a step forwards, and its adjoint.
 *
 * <p>Let s_t be the state before step t (weights and optimizer memory), s_(t+1) = F(s_t, A) the
 * step with the activations' parameters A, and L_t the batch's loss. The gradient of the mean loss
 * with respect to A is found backwards from lambda_(N+1) = 0:
 *
 * <pre>
 *   lambda_t = d/ds_t [ L_t / N + lambda_(t+1) . F(s_t, A) ]
 *   h       += d/dA   [ L_t / N + lambda_(t+1) . F(s_t, A) ]
 * </pre>
 *
 * <p>so that one step's graph is alive at a time and only the states s_t are kept (reverse
 * accumulation with a checkpoint at every step: Griewank and Walther, Evaluating Derivatives, 2008,
 * chapter 12).
 *
 * <p>The direct hypergradient needs no lambda: its adjoint is the derivative of one batch's loss.
 */
final class InnerPrograms {

  static final String X = "x";
  static final String Y = "y";
  static final String RATE = "rate";
  static final String COUNT = "count";
  static final String SEED = "seed";
  static final String DRAW = "draw";
  static final String SHARE = "share";
  static final String LOSS = "loss";
  static final String ACCURACY = "accuracy";

  private final InnerStep.Problem problem;
  private final Target target;
  private final Shape x;
  private final Shape y;
  private final Map<String, NdArray> memory = new LinkedHashMap<>();
  private final Program forward;
  private final Program adjoint;

  /**
   * Builds the programs.
   *
   * @param x the shape of a batch's inputs
   * @param y the shape of a batch's targets
   * @param form which hypergradient the adjoint computes
   */
  InnerPrograms(
      InnerStep.Problem problem, Target target, Shape x, Shape y, Hypergradient.Form form) {
    this.problem = problem;
    this.target = target;
    this.x = x;
    this.y = y;
    this.forward = buildForward();
    this.adjoint = form == Hypergradient.Form.DIRECT ? buildDirect() : buildAdjoint();
  }

  /** Returns the step: it updates weights and memory and puts out the loss and the accuracy. */
  Program forward() {
    return forward;
  }

  /** Returns the adjoint: it updates {@link #lambda} and {@link #hypergradient} states. */
  Program adjoint() {
    return adjoint;
  }

  /** Returns the start values of the optimizer's memory by name. */
  Map<String, NdArray> memory() {
    return memory;
  }

  /** Returns the name of the state that holds the adjoint of a state. */
  static String lambda(String state) {
    return "lambda/" + state;
  }

  /** Returns the name of the state that accumulates the gradient of an activation's parameter. */
  static String hypergradient(String parameter) {
    return "hypergradient/" + parameter;
  }

  private Program buildForward() {
    Program.Builder builder = Program.builder("inner step");
    InnerStep step = declareStep(builder, weights(builder), subnetworks(builder));
    step.next().forEach(builder::update);
    builder.output(LOSS, step.loss());
    if (target instanceof Target.Classes) {
      Tensor right = step.outputs().argMax(-1).equalTo(builder.declared(Y));
      builder.output(ACCURACY, Formulas.meanAll(right));
    }
    return builder.build();
  }

  private Program buildAdjoint() {
    Program.Builder builder = Program.builder("inner step, adjoint");
    Map<String, Tensor> subnetworks = subnetworks(builder);
    InnerStep step = declareStep(builder, weights(builder), subnetworks);
    List<Tensor> results = new ArrayList<>(List.of(step.loss()));
    List<Tensor> cotangents = new ArrayList<>(List.of(builder.input(SHARE, Shape.SCALAR)));
    step.next()
        .forEach((name, next) -> {
          results.add(next);
          cotangents.add(builder.state(lambda(name), next.shape()));
        });
    Map<String, Tensor> sources = new LinkedHashMap<>();
    step.next().keySet().forEach(name -> sources.put(name, builder.declared(name)));
    sources.putAll(subnetworks);
    Map<String, Tensor> gradients = Gradients.vectorJacobian(results, cotangents, sources);
    step.next().keySet().forEach(name -> builder.update(lambda(name), gradients.get(name)));
    addHypergradients(builder, gradients, subnetworks);
    return builder.build();
  }

  private Program buildDirect() {
    Program.Builder builder = Program.builder("loss after the inner steps, adjoint");
    Map<String, Tensor> subnetworks = subnetworks(builder);
    InnerStep step = declareStep(builder, weights(builder), subnetworks);
    Map<String, Tensor> gradients =
        Gradients.vectorJacobian(
            List.of(step.loss()), List.of(builder.input(SHARE, Shape.SCALAR)), subnetworks);
    addHypergradients(builder, gradients, subnetworks);
    return builder.build();
  }

  private static void addHypergradients(
      Program.Builder builder, Map<String, Tensor> gradients, Map<String, Tensor> subnetworks) {
    subnetworks.forEach((name, value) -> {
      Tensor sum = builder.state(hypergradient(name), value.shape());
      builder.update(hypergradient(name), sum.add(gradients.get(name)));
    });
  }

  private InnerStep declareStep(
      Program.Builder builder, Map<String, Tensor> weights, Map<String, Tensor> subnetworks) {
    InnerStep.Batch batch =
        new InnerStep.Batch(
            builder.input(X, x),
            builder.input(Y, y),
            builder.input(RATE, Shape.SCALAR),
            builder.input(COUNT, Shape.SCALAR),
            new Draws(builder.input(SEED, Shape.SCALAR), builder.input(DRAW, Shape.SCALAR)));
    return InnerStep.of(problem, batch, weights, subnetworks, slot -> declareSlot(builder, slot));
  }

  private Tensor declareSlot(Program.Builder builder, OptimizerGraph.Slot slot) {
    memory.put(slot.name(), NdArray.filled(slot.shape(), slot.initial()));
    return builder.state(slot.name(), slot.shape());
  }

  private Map<String, Tensor> weights(Program.Builder builder) {
    return declare(builder, problem.network().weightParameters());
  }

  private Map<String, Tensor> subnetworks(Program.Builder builder) {
    return declare(builder, problem.network().activationParameters());
  }

  /** Declares parameters as state. */
  static Map<String, Tensor> declare(
      Program.Builder builder, Map<String, ParameterSpec> parameters) {
    Map<String, Tensor> declared = new LinkedHashMap<>();
    parameters.forEach((name, spec) -> declared.put(name, builder.state(name, spec.shape())));
    return declared;
  }
}
