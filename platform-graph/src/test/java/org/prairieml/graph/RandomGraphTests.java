package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** Laws of differentiation on random compositions of smooth primitives. */
class RandomGraphTests {

  private static final int INPUTS = 3;
  private static final int STEPS = 10;

  static Stream<Long> seeds() {
    return RandomCases.seeds(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientsAndTheirGradientsAreTheLimitsOfDifferenceQuotients(long seed) {
    GradientCheck.check(args -> scalar(seed, args), arguments(seed), 2);
  }

  /** By the five-point formula along the direction; tolerance as in {@link GradientCheck}. */
  @ParameterizedTest
  @MethodSource("seeds")
  void hessianVectorIsTheDifferenceQuotientOfGradients(long seed) {
    double h = 1e-3;
    Program.Builder builder = Program.builder("along a direction");
    Tensor t = builder.input("t", Shape.SCALAR);
    List<Tensor> at = constants(arguments(seed));
    List<Tensor> direction = weights(at, seed + 1);
    List<Tensor> point =
        IntStream.range(0, INPUTS).mapToObj(i -> at.get(i).add(direction.get(i).mul(t))).toList();
    Tensor scalar = scalar(seed, point);
    builder.output("gradient", flat(Gradients.of(scalar, point)));
    builder.output("product", flat(Gradients.hessianVector(scalar, point, direction)));
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build());

    List<double[]> g =
        Stream.of(-2 * h, -h, h, 2 * h)
            .map(step -> evaluator.set("t", step).run().output("gradient").clone())
            .toList();
    double[] product = evaluator.set("t", 0).run().output("product");
    for (int i = 0; i < product.length; i++) {
      double quotient = (g.get(0)[i] - 8 * g.get(1)[i] + 8 * g.get(2)[i] - g.get(3)[i]) / (12 * h);
      assertThat(product[i]).isCloseTo(quotient, within(1e-8 * Math.max(1, Math.abs(quotient))));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void vectorJacobianIsLinearInTheWeights(long seed) {
    List<Tensor> sources = constants(arguments(seed));
    List<Tensor> all = RandomGraphs.smooth(seed, sources, STEPS);
    List<Tensor> outputs = all.subList(all.size() - 2, all.size());
    List<Tensor> u = weights(outputs, seed + 1);
    List<Tensor> v = weights(outputs, seed + 2);
    List<Tensor> both =
        IntStream.range(0, 2).mapToObj(i -> u.get(i).mul(3).sub(v.get(i).mul(0.5))).toList();

    double[] expected =
        Evaluation.values(
            flat(Gradients.vectorJacobian(outputs, u, sources))
                .mul(3)
                .sub(flat(Gradients.vectorJacobian(outputs, v, sources)).mul(0.5)));
    assertThat(Evaluation.values(flat(Gradients.vectorJacobian(outputs, both, sources))))
        .containsExactly(expected, within(1e-11));
  }

  /** The chain rule with a tensor in the middle of the graph as a source of its own. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theTotalDerivativePassesThroughAnIntermediateSource(long seed) {
    List<Tensor> inputs = constants(arguments(seed));
    List<Tensor> all = RandomGraphs.smooth(seed, inputs, STEPS);
    Tensor middle = all.get(INPUTS + STEPS / 2);
    Tensor scalar = sum(all);
    List<Tensor> sources = new ArrayList<>(inputs);
    sources.add(middle);
    List<Tensor> together = Gradients.of(scalar, sources);

    assertThat(Evaluation.values(flat(together.subList(0, INPUTS))))
        .isEqualTo(Evaluation.values(flat(Gradients.of(scalar, inputs))));
    assertThat(Evaluation.values(together.getLast()))
        .isEqualTo(Evaluation.values(Gradients.of(scalar, middle)));
  }

  private static List<NdArray> arguments(long seed) {
    RandomArrays arrays = new RandomArrays(new SplittableRandom(seed));
    return RandomGraphs.shapes(seed, INPUTS).stream().map(arrays::uniform).toList();
  }

  private static List<Tensor> constants(List<NdArray> values) {
    return values.stream().map(Tensor::of).toList();
  }

  private static List<Tensor> weights(List<Tensor> outputs, long seed) {
    RandomArrays arrays = new RandomArrays(new SplittableRandom(seed));
    return outputs.stream().map(t -> Tensor.of(arrays.uniform(t.shape()))).toList();
  }

  private static Tensor scalar(long seed, List<Tensor> inputs) {
    return sum(RandomGraphs.smooth(seed, inputs, STEPS));
  }

  private static Tensor sum(List<Tensor> tensors) {
    return tensors.stream().map(t -> t.tanh().sumAll()).reduce(Tensor::add).orElseThrow();
  }

  private static Tensor flat(List<Tensor> tensors) {
    return Tensor.concat(
        0, tensors.stream().map(t -> t.reshape(Shape.of(t.shape().size()))).toList());
  }
}
