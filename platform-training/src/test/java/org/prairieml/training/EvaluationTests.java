package org.prairieml.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.engine.ReferenceEngine;
import org.prairieml.api.network.DenseLayer;
import org.prairieml.api.network.Network;
import org.prairieml.api.network.NetworkTemplate;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.training.loss.MeanSquaredError;

/** A neuron y = w x + b on splits that are measured in turn, as during a training. */
class EvaluationTests {

  private static final Network NEURON =
      NetworkTemplate.chain(List.of(DenseLayer.of(1))).build(Shape.of(1));

  @Test
  void measuresTheSplitThatItIsGiven() {
    Dataset.Split line = split(new double[] {1, 2}, new double[] {3, 5});
    Dataset.Split zero = split(new double[] {1, 2}, new double[] {0, 0});
    try (Executable step = neuron(2, 1);
        Evaluation evaluation = evaluation(step)) {
      assertThat(evaluation.measure(line, "a")).isEqualTo(Map.of("a_loss", 0.0));
      assertThat(evaluation.measure(zero, "b")).isEqualTo(Map.of("b_loss", (9.0 + 25.0) / 2));
      assertThat(evaluation.measure(line, "a")).isEqualTo(Map.of("a_loss", 0.0));
    }
  }

  @Test
  void measuresWithTheParametersOfNow() {
    Dataset.Split line = split(new double[] {1, 2}, new double[] {3, 5});
    try (Executable step = neuron(2, 1);
        Evaluation evaluation = evaluation(step)) {
      assertThat(evaluation.measure(line, "a")).isEqualTo(Map.of("a_loss", 0.0));
      step.buffer("dense1.bias").write(3);
      assertThat(evaluation.measure(line, "a")).isEqualTo(Map.of("a_loss", 4.0));
    }
  }

  /** Three portions, the last of which is smaller: each is written before it is measured. */
  @Test
  void measuresEveryPortionOfALargeSplit() {
    int n = 2345;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 8;
      y[i] = 2 * x[i] + 1 + (i < 1000 ? 1 : i < 2000 ? 2 : 3);
    }
    Dataset.Split split = split(x, y);
    double expected = (1000 * 1.0 + 1000 * 4.0 + 345 * 9.0) / n;
    try (Executable step = neuron(2, 1);
        Evaluation evaluation = evaluation(step)) {
      for (int time = 0; time < 2; time++) {
        assertThat(evaluation.measure(split, "a").get("a_loss")).isCloseTo(expected, within(1e-12));
      }
    }
  }

  private static Dataset.Split split(double[] x, double[] y) {
    Shape column = Shape.of(x.length, 1);
    return new Dataset.Split(new NdArray(column, x), new NdArray(column, y));
  }

  private static Executable neuron(double weight, double bias) {
    Program.Builder builder = Program.builder("parameters");
    StepProgram.parameters(builder, NEURON);
    CompileSettings settings = new CompileSettings(Precision.FLOAT64, 1);
    Executable step = new ReferenceEngine().compile(builder.build(), settings);
    step.buffer("dense1.weight").write(weight);
    step.buffer("dense1.bias").write(bias);
    return step;
  }

  private static Evaluation evaluation(Executable step) {
    return new Evaluation(
        NEURON, new Configured<>(new MeanSquaredError(), Options.NONE), new Target.Values(1), step);
  }
}
