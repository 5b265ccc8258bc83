package org.prairieml.hnn.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prairieml.api.Options;
import org.prairieml.api.data.Motion;
import org.prairieml.api.engine.Executable;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.integration.Integrator;
import org.prairieml.hnn.integration.Tangent;

/**
 * The largest Lyapunov exponent: how fast small displacements grow in the long run (Benettin,
 * Galgani, Giorgilli, Strelcyn 1980). A displacement moves with the law's own linearization and is
 * brought back to unit length after every step; the logarithms of its growth add up.
 */
final class LyapunovExponents {

  private static final String BOTH = "states and displacements";
  private static final String TOTAL = "total growth";

  private LyapunovExponents() {}

  /**
   * Returns {@code lyapunov_true} and {@code lyapunov_learned}, each the mean over the orbits.
   *
   * @param chosen values for the keys of {@link DynamicsOptions#LYAPUNOV}
   */
  static Map<String, Double> metrics(LearnedLaw law, Motion motion, Options chosen) {
    double step = chosen.get(DynamicsOptions.LYAPUNOV_STEP);
    int steps = Math.max(1, (int) Math.round(chosen.get(DynamicsOptions.LYAPUNOV_SPAN) / step));
    LearnedLaw.Body body = (builder, field) -> build(builder, field, motion.starts().shape(), step);
    Map<String, Double> metrics = new LinkedHashMap<>();
    try (Executable truth = law.compileTrue("true Lyapunov exponents", motion, body);
        Executable learned = law.compile("learned Lyapunov exponents", body)) {
      metrics.put("lyapunov_true", mean(run(truth, motion, steps, step)));
      metrics.put("lyapunov_learned", mean(run(learned, motion, steps, step)));
    }
    return metrics;
  }

  private static void build(
      Program.Builder builder, UnaryOperator<Tensor> field, Shape starts, double step) {
    int d = starts.dimension(1);
    Tensor both = builder.state(BOTH, starts.with(1, 2 * d));
    Tensor total = builder.state(TOTAL, Shape.of(starts.dimension(0)));
    Tensor next = Integrator.RK4.step(Tangent.of(field), both, step);
    Tensor displacement = next.slice(-1, d, 2 * d);
    Tensor length = displacement.square().sum(-1).sqrt();
    Tensor unit = displacement.div(length.reshape(Shape.of(starts.dimension(0), 1)));
    builder.update(BOTH, Tensor.concat(-1, List.of(next.slice(-1, 0, d), unit)));
    builder.update(TOTAL, total.add(length.log()));
  }

  /** Returns the exponent of each orbit. */
  private static double[] run(Executable program, Motion motion, int steps, double step) {
    program.buffer(BOTH).write(withDisplacements(motion.starts()));
    for (int i = 0; i < steps; i++) {
      program.run();
    }
    return Arrays.stream(program.buffer(TOTAL).read().values())
        .map(growth -> growth / (steps * step))
        .toArray();
  }

  /** Any direction will do: within a few steps it turns to the one that grows fastest. */
  private static double[] withDisplacements(NdArray starts) {
    int d = starts.shape().dimension(1);
    int count = starts.shape().dimension(0);
    double[] both = new double[2 * d * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(starts.values(), i * d, both, 2 * d * i, d);
      Arrays.fill(both, 2 * d * i + d, 2 * d * (i + 1), 1 / Math.sqrt(d));
    }
    return both;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
