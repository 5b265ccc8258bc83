package org.prairieml.hnn.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
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
 * A whole training step as a program whose inputs {@code x} and {@code y} are all the examples,
 * written once; a batch is chosen within by the input {@code rows}. Further input {@code rate};
 * state the parameters, the optimizer's memory and the count of steps; output {@code loss}, before
 * the update.
 *
 * @param program the program
 * @param memory start values of the state that is not parameters, by name
 */
record StepProgram(Program program, Map<String, NdArray> memory) {

  static final String X = "x";
  static final String Y = "y";
  static final String ROWS = "rows";
  static final String RATE = "rate";
  static final String LOSS = "loss";
  private static final String COUNT = "step/count";
  private static final String SEED = "step/seed";

  /**
   * Builds the program.
   *
   * @param split the examples
   * @param batch the number of examples per step; empty for all
   * @param streams where the noise of layers comes from
   */
  static StepProgram of(
      Network network,
      Configured<Loss> loss,
      Configured<Optimizer> optimizer,
      Dataset.Split split,
      Optional<Integer> batch,
      RandomStreams streams) {
    Program.Builder builder = Program.builder("dynamics step");
    Map<String, NdArray> memory = new LinkedHashMap<>(Map.of(COUNT, NdArray.scalar(0)));
    memory.put(SEED, NdArray.scalar(Draws.seed(streams)));
    Map<String, Tensor> parameters = parameters(builder, network);
    Tensor x = builder.input(X, split.x().shape());
    Tensor y = builder.input(Y, split.y().shape());
    Optional<Tensor> rows = batch.map(size -> builder.input(ROWS, Shape.of(size)));
    Tensor count = builder.state(COUNT, Shape.SCALAR).add(1);
    Tensor outputs =
        network.apply(
            rows.map(chosen -> x.gather(0, chosen)).orElse(x),
            parameters,
            new Draws(builder.state(SEED, Shape.SCALAR), count));
    Tensor value =
        loss.service()
            .apply(outputs, rows.map(chosen -> y.gather(0, chosen)).orElse(y), loss.options());
    OptimizerGraph step =
        OptimizerGraph.of(
            optimizer,
            parameters,
            Gradients.of(value, parameters),
            builder.input(RATE, Shape.SCALAR),
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

  /** Returns the loss on all examples of a split as a program on the same state. */
  static Program evaluation(Network network, Configured<Loss> loss, Dataset.Split split) {
    Program.Builder builder = Program.builder("dynamics evaluation");
    Map<String, Tensor> parameters = parameters(builder, network);
    Tensor outputs = network.apply(builder.input(X, split.x().shape()), parameters);
    Tensor targets = builder.input(Y, split.y().shape());
    return builder.output(LOSS, loss.service().apply(outputs, targets, loss.options())).build();
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
