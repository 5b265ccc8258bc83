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
import org.prairieml.graph.NdArray;
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
  private final Map<Integer, Executable> byRows = new HashMap<>();

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
      Executable program = run(split.x().rows(from, to), split.y().rows(from, to));
      for (String output : program.program().outputs().keySet()) {
        sums.merge(label + "_" + output, weight * program.buffer(output).get(0), Double::sum);
      }
    }
    return sums;
  }

  private Executable run(NdArray x, NdArray y) {
    Executable program =
        byRows.computeIfAbsent(x.shape().dimension(0), _ -> step.companion(program(x, y)));
    program.buffer(StepProgram.X).write(x.values());
    program.buffer(StepProgram.Y).write(y.values());
    program.run();
    return program;
  }

  private Program program(NdArray x, NdArray y) {
    Program.Builder builder = Program.builder("evaluation");
    Tensor inputs = builder.input(StepProgram.X, x.shape());
    Tensor targets = builder.input(StepProgram.Y, y.shape());
    Tensor outputs = network.apply(inputs, StepProgram.parameters(builder, network));
    builder.output(StepProgram.LOSS, loss.service().apply(outputs, targets, loss.options()));
    if (target instanceof Target.Classes) {
      builder.output(ACCURACY, Formulas.meanAll(outputs.argMax(-1).equalTo(targets)));
    }
    return builder.build();
  }

  @Override
  public void close() {
    byRows.values().forEach(Executable::close);
  }
}
