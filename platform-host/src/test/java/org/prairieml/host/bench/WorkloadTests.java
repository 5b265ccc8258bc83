package org.prairieml.host.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class WorkloadTests {

  static List<Workload> tiny() {
    return TinyWorkloads.ALL;
  }

  static Stream<Workload> trainings() {
    return Stream.of(new ClassifierWorkload(3, 4, 2, 5), new HamiltonianWorkload(4, 5));
  }

  @ParameterizedTest
  @MethodSource("tiny")
  void givesFiniteNumbersStepAfterStep(Workload workload) {
    try (BenchStep step = TinyWorkloads.started(workload)) {
      for (int i = 0; i < 3; i++) {
        step.run();
        assertThat(step.value()).isFinite().isNotZero();
      }
      assertThat(step.gflop()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void lessensTheLoss(Workload workload) {
    try (BenchStep step = TinyWorkloads.started(workload)) {
      step.run();
      double before = step.value();
      for (int i = 0; i < 100; i++) {
        step.run();
      }
      assertThat(step.value()).isLessThan(before);
    }
  }

  /** Every sample is to time the same training: weights, the optimizer's memory and its count. */
  @ParameterizedTest
  @MethodSource("tiny")
  void startsAnewFromTheSameState(Workload workload) {
    try (BenchStep step = TinyWorkloads.started(workload)) {
      List<Double> first = losses(step);
      step.start();
      assertThat(losses(step)).isEqualTo(first);
    }
  }

  private static List<Double> losses(BenchStep step) {
    return Stream.generate(() -> valueAfterRun(step)).limit(5).toList();
  }

  private static double valueAfterRun(BenchStep step) {
    step.run();
    return step.value();
  }

  @Test
  void multipliesMatrices() {
    Shape square = Shape.of(2, 2);
    double[] a = BenchData.normal("gemm/a", square).values();
    NdArray b = BenchData.normal("gemm/b", square);
    try (BenchStep step = TinyWorkloads.started(new MatrixProductWorkload(2))) {
      step.run();
      assertThat(step.value())
          .isCloseTo(a[0] * b.values()[0] + a[1] * b.values()[2], within(1e-12));
      assertThat(step.gflop()).isEqualTo(16e-9);
    }
  }

  /** Of a 1 x 1 image with padding only the kernel's middle meets it. */
  @Test
  void convolvesForwardsAndBackwards() {
    Shape pixel = Shape.of(1, 1, 1, 1);
    double x = BenchData.normal("conv/x", pixel).values()[0];
    double cotangent = BenchData.normal("conv/cotangent", pixel).values()[0];
    ConvolutionWorkload conv = new ConvolutionWorkload(1, 1, 1);
    try (ProgramStep step = (ProgramStep) TinyWorkloads.started(conv)) {
      step.run();
      double[] kernel = BenchData.normal("conv/kernel", Shape.of(3, 3, 1, 1)).values();
      assertThat(step.executable().buffer("y").get(0)).isEqualTo(x * kernel[4]);
      assertThat(step.executable().buffer("x_gradient").get(0)).isEqualTo(cotangent * kernel[4]);
      assertThat(step.executable().buffer("kernel_gradient").get(4)).isEqualTo(x * cotangent);
      assertThat(step.gflop()).isEqualTo(3 * 2 * 9 * 1e-9);
    }
  }

  @Test
  void countsEveryProductOfAnInnerLoop() {
    InnerLoopWorkload.Sizes half = new InnerLoopWorkload.Sizes(5, 3, 2, 2);
    InnerLoopWorkload shorter = InnerLoopWorkload.twoKinds(3, 4, 2, 3, half);
    try (BenchStep all = TinyWorkloads.started(TinyWorkloads.TWO_KINDS);
        BenchStep some = TinyWorkloads.started(shorter)) {
      assertThat(all.gflop()).isEqualTo(2 * some.gflop());
    }
  }

  @Test
  void standardWorkloadsAreFoundByName() {
    assertThat(Workloads.names())
        .containsExactly("w1", "w2", "w2b", "w3-128", "w3-512", "gemm", "conv");
    assertThat(Workloads.all())
        .allSatisfy(workload -> assertThat(Workloads.find(workload.name())).isSameAs(workload));
    assertThatThrownBy(() -> Workloads.find("gem"))
        .isInstanceOf(PrairieException.class)
        .hasMessage("There is no workload 'gem'; did you mean 'gemm'?");
  }
}
