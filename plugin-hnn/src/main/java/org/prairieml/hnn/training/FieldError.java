package org.prairieml.hnn.training;

import java.util.function.UnaryOperator;
import org.prairieml.api.data.Motion;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.integration.Law;

/** How well a learned law gives the rates of change along true orbits. */
final class FieldError {

  private static final String STATES = "states";
  private static final String RATES = "rates";
  private static final String SQUARES = "squares";

  private FieldError() {}

  /** Returns the mean squared error over all orbits, times and coordinates. */
  static double of(LearnedLaw learned, Motion motion, Orbits truth) {
    Law law = Law.of(motion.system(), truth.count());
    double sum = 0;
    try (Executable program =
        learned.compile("field", (builder, field) -> build(builder, field, motion))) {
      for (int t = 0; t < truth.times().length; t++) {
        double[] states = truth.at(t);
        program.buffer(STATES).write(states);
        program.buffer(RATES).write(law.rates(states));
        program.run();
        sum += program.buffer(SQUARES).get(0);
      }
    }
    return sum / ((double) truth.times().length * motion.starts().shape().size());
  }

  /** All orbits at one time: the sizes of the program that follows them. */
  private static void build(Program.Builder builder, UnaryOperator<Tensor> field, Motion motion) {
    Tensor states = builder.input(STATES, motion.starts().shape());
    Tensor rates = builder.input(RATES, motion.starts().shape());
    builder.output(SQUARES, field.apply(states).sub(rates).square().sumAll());
  }
}
