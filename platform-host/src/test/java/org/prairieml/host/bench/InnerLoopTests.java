package org.prairieml.host.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.prairieml.api.engine.Buffer;
import org.prairieml.fixtures.RelativeError;
import org.prairieml.graph.NdArray;

/** Hypergradients against central differences of the loop's own mean loss, in float64. */
class InnerLoopTests {

  private static final List<InnerLoopWorkload> LOOPS =
      List.of(TinyWorkloads.TWO_KINDS, TinyWorkloads.BENT_ELU);
  private static final List<String> PARAMETERS =
      List.of("inner.weight", "inner.bias", "outer.weight", "outer.bias");

  /** Near the cube root of float64's precision, where truncation and rounding are both least. */
  private static final double STEP = 1e-5;

  /** Two orders above what the differences leave. */
  private static final double TOLERANCE = 1e-7;

  @ParameterizedTest
  @FieldSource("LOOPS")
  void hypergradientIsThatOfTheMeanLoss(InnerLoopWorkload loop) {
    try (InnerLoopStep step = TinyWorkloads.started(loop)) {
      for (int kind = 1; kind <= loop.network().kinds().size(); kind++) {
        for (String parameter : PARAMETERS) {
          assertHypergradient(step, "kind" + kind + "." + parameter);
        }
      }
    }
  }

  private static void assertHypergradient(InnerLoopStep step, String parameter) {
    step.run();
    double[] found = step.hypergradient(parameter).read().values();
    for (int i = 0; i < found.length; i++) {
      double expected = difference(step, step.subnetwork(parameter), i);
      assertThat(RelativeError.of(found[i], expected))
          .as("%s, element %d: %s, expected %s", parameter, i, found[i], expected)
          .isLessThan(TOLERANCE);
    }
  }

  private static double difference(InnerLoopStep step, Buffer parameter, int element) {
    NdArray original = parameter.read();
    double above = meanLoss(step, parameter, original, element, STEP);
    double below = meanLoss(step, parameter, original, element, -STEP);
    parameter.write(original.values());
    return (above - below) / (2 * STEP);
  }

  private static double meanLoss(
      InnerLoopStep step, Buffer parameter, NdArray original, int element, double shift) {
    double[] shifted = original.values().clone();
    shifted[element] += shift;
    parameter.write(shifted);
    step.run();
    return step.value();
  }

  @ParameterizedTest
  @FieldSource("LOOPS")
  void everyStepIsTheSame(InnerLoopWorkload loop) {
    try (InnerLoopStep step = TinyWorkloads.started(loop)) {
      step.run();
      double loss = step.value();
      NdArray once = step.hypergradient("kind1.inner.weight").read();
      step.run();
      assertThat(step.value()).isEqualTo(loss);
      assertThat(step.hypergradient("kind1.inner.weight").read()).isEqualTo(once);
    }
  }

  /** Loops of 3, 4 and 5 steps of which the last counts, against one of 5 of which 3 count. */
  @Test
  void meanLossIsOfTheLastSteps() {
    double sum = IntStream.of(3, 4, 5).mapToDouble(steps -> meanLoss(steps, 1)).sum();

    assertThat(meanLoss(5, 3)).isCloseTo(sum / 3, within(1e-14));
  }

  private static double meanLoss(int steps, int averaged) {
    InnerLoopWorkload.Sizes sizes = new InnerLoopWorkload.Sizes(5, 2, steps, averaged);
    try (InnerLoopStep step = TinyWorkloads.started(InnerLoopWorkload.bentElu(3, 4, 2, 3, sizes))) {
      step.run();
      return step.value();
    }
  }

  @Test
  void meanSquaresStartAtOne() {
    assertThat(InnerLoopGraph.startValues(TinyWorkloads.BENT_ELU).get("mean_square/output.bias"))
        .isEqualTo(NdArray.vector(1, 1));
  }

  @Test
  void noiseIsPartOfTheLoop() {
    InnerLoopWorkload noisy = TinyWorkloads.BENT_ELU;
    InnerNetwork net = noisy.network();
    InnerNetwork quietNet =
        new InnerNetwork(net.inputs(), net.hidden(), net.classes(), net.kinds(), 0);
    InnerLoopWorkload quiet =
        new InnerLoopWorkload(
            noisy.name(), "", quietNet, noisy.sizes(), noisy.optimizer(), noisy.memoryStart());
    try (BenchStep with = TinyWorkloads.started(noisy);
        BenchStep without = TinyWorkloads.started(quiet)) {
      with.run();
      without.run();
      assertThat(with.value()).isNotEqualTo(without.value());
    }
  }
}
