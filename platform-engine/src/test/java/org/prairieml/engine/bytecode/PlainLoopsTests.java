package org.prairieml.engine.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.invoke.MethodHandles;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prairieml.engine.lane.NumberFormat;

/** Loops written for floats do in doubles what the same text says of doubles. */
class PlainLoopsTests {

  private static final PlainLoops<Loop> POLYNOMIAL = loops(new Polynomial());

  /** Reads numbers and returns as many. */
  interface Loop {
    Object run(Object values, long calls);
  }

  /** Has all that loops may have: constants, conversions, comparisons, calls, and wide locals. */
  private static final class Polynomial implements Loop {

    private static final float SCALE = 0.1f;

    @Override
    public Object run(Object values, long calls) {
      float[] x = (float[]) values;
      float[] results = new float[x.length];
      long count = calls;
      for (int i = 0; i < x.length; i++) {
        count++;
        float cube = x[i] * x[i] * x[i];
        float sum = x[i] < 1 ? Math.fma(x[i], SCALE, -cube) : Math.max(cube, 2) / 3;
        results[i] += (int) sum % 2 == 0 ? sum : sum + count;
      }
      return results;
    }
  }

  private static double expected(double x, long count) {
    double cube = x * x * x;
    double sum = x < 1 ? Math.fma(x, 0.1f, -cube) : Math.max(cube, 2) / 3;
    return (int) sum % 2 == 0 ? sum : sum + count;
  }

  private static PlainLoops<Loop> loops(Loop floats) {
    return new PlainLoops<>(MethodHandles.lookup(), Loop.class, floats);
  }

  @Test
  void doublesAreComputedInDoublePrecision() {
    double[] x = {-7.3, 0.7, -0.0, 1.1, 2.1, Double.NaN, 1e-300, 1e200};

    double[] results = (double[]) POLYNOMIAL.of(NumberFormat.FLOAT64).run(x, 5);

    double[] expected =
        IntStream.range(0, x.length).mapToDouble(i -> expected(x[i], 6 + i)).toArray();
    assertThat(results).containsExactly(expected);
  }

  @Test
  void floatsAreComputedByTheLoopsThemselves() {
    assertThat(POLYNOMIAL.of(NumberFormat.FLOAT32)).isInstanceOf(Polynomial.class);
    assertThat(POLYNOMIAL.ofArray(new float[0])).isInstanceOf(Polynomial.class);
  }

  @Test
  void theFormForDoublesIsMadeOnce() {
    assertThat(POLYNOMIAL.ofArray(new double[0]))
        .isSameAs(POLYNOMIAL.of(NumberFormat.FLOAT64))
        .isNotInstanceOf(Polynomial.class);
  }

  /** Assigns one number twice, for which it stands on the operand stack twice. */
  private static final class Chained implements Loop {
    @Override
    public Object run(Object values, long calls) {
      float[] x = (float[]) values;
      float last;
      x[0] = last = 1;
      return last;
    }
  }

  @Test
  void floatsThatStandOnTheStackTwiceAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loops(new Chained()).of(NumberFormat.FLOAT64))
        .withMessageContaining("DUP");
  }

  /** Takes a number as it is. */
  private static final class OneNumber implements Loop {
    @Override
    public Object run(Object values, long calls) {
      return half(((float[]) values)[0]);
    }

    private static float half(float x) {
      return x / 2;
    }
  }

  @Test
  void floatsAsParametersAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loops(new OneNumber()).of(NumberFormat.FLOAT64))
        .withMessageContaining("half");
  }
}
