package org.prairieml.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.network.Network;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/** Measures loss and accuracy on a split, with the parameters of a training step's executable. */
final class Evaluation implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 1000;
  private static final String ACCURACY = "accuracy";

  private final Network network;
  private final Configured<Loss> loss;
  private final Target target;
  private final Executable step;
  private final Map<Integer, Examples> byCount = new HashMap<>();

  /** A program for some number of examples, and which ones its inputs hold. */
  private static final class Examples {

    private final Executable program;
    private Dataset.Split split;
    private int from;

    Examples(Executable program) {
      this.program = program;
    }

    /** Most splits are measured again and again: what the inputs hold is not written again. */
    void hold(Dataset.Split split, int from, int to) {
      if (this.split != split || this.from != from) {
        program.buffer(StepProgram.X).write(split.x().rows(from, to).values());
        program.buffer(StepProgram.Y).write(split.y().rows(from, to).values());
        this.split = split;
        this.from = from;
      }
    }
  }

  Evaluation(Network network, Configured<Loss> loss, Target target, Executable step) {
    this.network = network;
    this.loss = loss;
    this.target = target;
    this.step = step;
  }

  /**
   * Returns {@code <label>_loss} and, for classes, {@code <label>_accuracy}; nothing for an empty
   * split.
   */
  Map<String, Double> measure(Dataset.Split split, String label) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int from = 0; from < split.size(); from += ROWS_AT_ONCE) {
      int to = Math.min(split.size(), from + ROWS_AT_ONCE);
      double weight = (double) (to - from) / split.size();
      Executable program = run(split, from, to);
      for (String output : program.program().outputs().keySet()) {
        sums.merge(label + "_" + output, weight * program.buffer(output).get(0), Double::sum);
      }
    }
    return sums;
  }

  private Executable run(Dataset.Split split, int from, int to) {
    Examples examples =
        byCount.computeIfAbsent(
            to - from, count -> new Examples(step.companion(program(split, count))));
    examples.hold(split, from, to);
    examples.program.run();
    return examples.program;
  }

  private Program program(Dataset.Split split, int count) {
    Program.Builder builder = Program.builder("evaluation");
    Tensor inputs = builder.input(StepProgram.X, split.x().shape().with(0, count));
    Tensor targets = builder.input(StepProgram.Y, split.y().shape().with(0, count));
    Tensor outputs = network.apply(inputs, StepProgram.parameters(builder, network));
    builder.output(StepProgram.LOSS, loss.service().apply(outputs, targets, loss.options()));
    if (target instanceof Target.Classes) {
      builder.output(ACCURACY, Formulas.meanAll(outputs.argMax(-1).equalTo(targets)));
    }
    return builder.build();
  }

  @Override
  public void close() {
    byCount.values().forEach(examples -> examples.program.close());
  }
}
