package org.prairieml.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Executable;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.VectorEngine;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.ConvolutionGeometry;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.testkit.RandomPrograms;

/** Convolutions and their gradients on the engine, against their definitions. */
@Tag("widths")
class ConvolutionTests {

  static Stream<DrawnConvolution> cases() {
    return RandomCases.seeds(100).map(DrawnConvolution::draw);
  }

  /** Large enough for several threads, blocks of pixels and chunks of taps and of pixels. */
  static Stream<DrawnConvolution> largeCases() {
    ConvolutionGeometry padded = ConvolutionGeometry.of(2).withPadding(1, 1);
    return Stream.of(
        new DrawnConvolution(padded, Shape.of(2, 16, 13, 37), Shape.of(3, 3, 37, 53)),
        new DrawnConvolution(padded.withGroups(70), Shape.of(4, 24, 21, 70), Shape.of(3, 3, 1, 70)),
        new DrawnConvolution(padded.withGroups(2), Shape.of(1, 12, 15, 60), Shape.of(5, 3, 30, 48)),
        new DrawnConvolution(
            padded.withStride(2, 3), Shape.of(1, 40, 40, 20), Shape.of(5, 5, 20, 40)));
  }

  @Test
  void theCasesShowEveryFeature() {
    assertThat(cases())
        .anyMatch(drawn -> drawn.geometry().axes() == 1)
        .anyMatch(drawn -> drawn.geometry().axes() == 2)
        .anyMatch(drawn -> drawn.geometry().axes() == 3)
        .anyMatch(drawn -> drawn.geometry().stride().contains(3))
        .anyMatch(drawn -> drawn.geometry().dilation().contains(2))
        .anyMatch(drawn -> !drawn.geometry().before().equals(drawn.geometry().after()))
        .anyMatch(drawn -> drawn.geometry().groups() == 3 && !drawn.isDepthwise())
        .anyMatch(drawn -> drawn.isDepthwise() && drawn.input().dimension(-1) > 48)
        .anyMatch(drawn -> drawn.kernel().dimension(-1) > 48)
        .anyMatch(drawn -> drawn.input().dimension(1) == 0)
        .anyMatch(drawn -> drawn.input().dimension(0) == 0);
  }

  @ParameterizedTest
  @MethodSource({"cases", "largeCases"})
  void float64AgreesWithTheDefinition(DrawnConvolution drawn) {
    check(drawn, Precision.FLOAT64);
  }

  @ParameterizedTest
  @MethodSource({"cases", "largeCases"})
  void float32AgreesWithTheDefinition(DrawnConvolution drawn) {
    check(drawn, Precision.FLOAT32);
  }

  /**
   * A sum of n products in any order differs from the exact one by at most gamma(n) times the sum
   * of absolute values, gamma(n) = n u / (1 - n u) (N. J. Higham, Accuracy and Stability of
   * Numerical Algorithms, 2002, section 3.1). The definition is such a sum too, and a convolution
   * of absolute values gives the size; sums of sums have an addition more per chunk.
   */
  private static void check(DrawnConvolution drawn, Precision precision) {
    Program program = drawn.program();
    Map<String, double[]> values = RandomPrograms.values(program, 11);
    Map<String, NdArray> actual = run(program, new CompileSettings(precision, 1), values, 1);
    Map<String, double[]> sizes = new LinkedHashMap<>();
    values.forEach((name, array) -> sizes.put(name, Arrays.stream(array).map(Math::abs).toArray()));
    ReferenceEvaluator exact = reference(program, values);
    ReferenceEvaluator size = reference(program, sizes);
    double unit = Math.scalb(1.0, -1 - NumberFormat.of(precision).significandBits());
    for (String output : program.outputs().keySet()) {
      double roundings = 2.0 * drawn.products(output) + 1;
      double gamma = roundings * unit / (1 - roundings * unit);
      for (int i = 0; i < actual.get(output).values().length; i++) {
        assertThat(Math.abs(actual.get(output).values()[i] - exact.output(output)[i]))
            .as("%s[%d] of %s", output, i, drawn)
            .isLessThanOrEqualTo(2 * gamma * size.output(output)[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("largeCases")
  void neitherThreadsNorRepetitionChangeABit(DrawnConvolution drawn) {
    Program program = drawn.program();
    Map<String, double[]> values = RandomPrograms.values(program, 12);
    Map<String, NdArray> expected =
        run(program, new CompileSettings(Precision.FLOAT32, 1), values, 1);
    for (int threads = 1; threads <= 3; threads++) {
      assertThat(run(program, new CompileSettings(Precision.FLOAT32, threads), values, 2))
          .as("%d threads", threads)
          .isEqualTo(expected);
    }
  }

  @Test
  void paddingIsLeftOutAlsoWhereTheKernelIsNotFinite() {
    ConvolutionGeometry geometry = ConvolutionGeometry.of(1).withPadding(1);
    DrawnConvolution drawn = new DrawnConvolution(geometry, Shape.of(1, 9, 1), Shape.of(3, 1, 1));
    Program program = drawn.program();
    Map<String, double[]> values = RandomPrograms.values(program, 13);
    values.get("k")[0] = Double.POSITIVE_INFINITY;
    values.get("x")[8] = Double.NaN;

    Map<String, NdArray> actual =
        run(program, new CompileSettings(Precision.FLOAT64, 1), values, 1);

    ReferenceEvaluator exact = reference(program, values);
    actual.forEach((output, value) -> {
      for (int i = 0; i < value.values().length; i++) {
        double expected = exact.output(output)[i];
        assertThat(Double.isFinite(value.values()[i]))
            .as("%s[%d] = %s", output, i, expected)
            .isEqualTo(Double.isFinite(expected));
      }
    });
    assertThat(actual.get("y").values()[0]).isFinite();
    assertThat(actual.get("dx").values()[8]).isFinite();
    assertThat(actual.get("dk").values()[0]).isFinite();
  }

  @Test
  void withoutInputChannelsTheResultIsZero() {
    DrawnConvolution drawn =
        new DrawnConvolution(ConvolutionGeometry.of(1), Shape.of(2, 5, 0), Shape.of(2, 0, 3));
    Program program = drawn.program();

    Map<String, NdArray> actual =
        run(
            program,
            new CompileSettings(Precision.FLOAT32, 1),
            RandomPrograms.values(program, 14),
            1);

    assertThat(actual.get("y").values()).hasSize(24).containsOnly(0);
  }

  private static Map<String, NdArray> run(
      Program program, CompileSettings settings, Map<String, double[]> values, int runs) {
    Map<String, NdArray> results = new LinkedHashMap<>();
    try (Executable executable = new VectorEngine().compile(program, settings)) {
      values.forEach((name, array) -> executable.buffer(name).write(array));
      for (int i = 0; i < runs; i++) {
        executable.run();
      }
      program.outputs().keySet().forEach(name -> results.put(name, executable.buffer(name).read()));
    }
    return results;
  }

  private static ReferenceEvaluator reference(Program program, Map<String, double[]> values) {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program);
    values.forEach(evaluator::set);
    return evaluator.run();
  }
}
