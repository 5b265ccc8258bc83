package org.prairieml.host.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTimerTests {

  /** A step that takes a known time by a clock that it moves itself. */
  private static final class SteadyStep implements BenchStep {

    private final long nanos;
    private long now;
    private int runs;

    SteadyStep(long nanos) {
      this.nanos = nanos;
    }

    @Override
    public void start() {}

    @Override
    public void run() {
      now += nanos;
      runs++;
    }

    @Override
    public double value() {
      return 0;
    }

    @Override
    public double gflop() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @CsvSource({
    "   50000, 2.0, 40000, 4000",
    " 1000000, 0.5,   500,  200",
    "90000000, 0.0,     3,    2",
    "900000000, 2.0,    3,    1",
    "        0, 0.0,    3, 200000000",
  })
  void warmsUpForATimeAndAFewRunsAndFillsASample(
      long nanos, double seconds, int runs, int stepsPerSample) {
    SteadyStep step = new SteadyStep(nanos);
    StepTimer timer = new StepTimer(() -> step.now);

    assertThat(timer.warmUp(step, seconds)).isEqualTo(stepsPerSample);

    assertThat(step.runs).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource({"50000, 7, 50", "1500, 1, 1.5"})
  void samplesTheMeanTimeOfAStep(long nanos, int steps, double micros) {
    SteadyStep step = new SteadyStep(nanos);

    assertThat(new StepTimer(() -> step.now).sample(step, steps)).isEqualTo(micros);
    assertThat(step.runs).isEqualTo(steps);
  }
}
