package org.prairieml.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.network.Draws;
import org.prairieml.api.network.Network;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.training.Loss;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.OptimizerGraph;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A whole training step as a program: inputs {@code x}, {@code y} and {@code rate}; state the
 * parameters, the optimizer's memory and the count of steps; output {@code loss}, the batch's mean
 * loss before the update.
 *
 * @param program the program
 * @param memory start values of the state that is not parameters, by name
 */
record StepProgram(Program program, Map<String, NdArray> memory) {

  static final String X = "x";
  static final String Y = "y";
  static final String RATE = "rate";
  static final String LOSS = "loss";
  private static final String COUNT = "step/count";
  private static final String SEED = "step/seed";

  /**
   * Builds the program.
   *
   * @param x the shape of a batch's inputs
   * @param y the shape of a batch's targets
   * @param streams where the noise of layers comes from
   */
  static StepProgram of(
      Network network,
      Configured<Loss> loss,
      Configured<Optimizer> optimizer,
      Shape x,
      Shape y,
      RandomStreams streams) {
    Program.Builder builder = Program.builder("supervised step");
    Map<String, NdArray> memory = new LinkedHashMap<>(Map.of(COUNT, NdArray.scalar(0)));
    memory.put(SEED, NdArray.scalar(Draws.seed(streams)));
    Tensor inputs = builder.input(X, x);
    Tensor targets = builder.input(Y, y);
    Tensor rate = builder.input(RATE, Shape.SCALAR);
    Map<String, Tensor> parameters = parameters(builder, network);
    Tensor count = builder.state(COUNT, Shape.SCALAR).add(1);

    Tensor outputs =
        network.apply(inputs, parameters, new Draws(builder.state(SEED, Shape.SCALAR), count));
    Tensor value = loss.service().apply(outputs, targets, loss.options());
    OptimizerGraph step =
        OptimizerGraph.of(
            optimizer,
            parameters,
            Gradients.of(value, parameters),
            rate,
            count,
            slot -> {
              memory.put(slot.name(), NdArray.filled(slot.shape(), slot.initial()));
              return builder.state(slot.name(), slot.shape());
            });
    builder.update(COUNT, count).output(LOSS, value);
    step.parameters().forEach(builder::update);
    step.slots().forEach(builder::update);
    return new StepProgram(builder.build(), memory);
  }

  /** Declares a network's parameters as state. */
  static Map<String, Tensor> parameters(Program.Builder builder, Network network) {
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    network
        .parameters()
        .forEach((name, spec) -> parameters.put(name, builder.state(name, spec.shape())));
    return parameters;
  }
}
