package org.prairieml.hnn.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.dynamics.DynamicalSystem;

/**
 * States along trajectories of a system and their rates of change; see {@link Trajectories}.
 *
 * <p>A task of a name of its own differs from {@code trajectories} in its defaults alone.
 */
final class TrajectorySource implements DatasetSource {

  private final String name;
  private final String summary;
  private final Option<Configured<DynamicalSystem>> system;
  private final Option<Integer> count;
  private final Option<Double> span;
  private final Option<Double> rate;
  private final Option<Double> noise;
  private final Option<Double> testShare;
  private final Option<Integer> seed;
  private final Option<Options> start;
  private final Option<Integer> orbits;
  private final Option<Options> orbitStart;

  /**
   * The defaults of a task.
   *
   * @param name the name of the source
   * @param summary what it is
   * @param system the name of the system; empty if it must be given
   * @param count the number of trajectories
   * @param span how long they are followed
   * @param rate states per unit of time
   * @param noise on each coordinate
   * @param start where trajectories start, as plain data
   * @param orbitStart where the orbits start that a learned law is judged by, as plain data
   */
  record Defaults(
      String name,
      String summary,
      Optional<String> system,
      int count,
      double span,
      double rate,
      double noise,
      Map<String, Object> start,
      Map<String, Object> orbitStart) {}

  TrajectorySource(Defaults defaults) {
    this.name = defaults.name();
    this.summary = defaults.summary();
    this.system =
        defaults
            .system()
            .map(known ->
                Option.service("system", DynamicalSystem.class, known, "The law of motion."))
            .orElseGet(() ->
                Option.required(
                    "system", OptionTypes.service(DynamicalSystem.class), "The law of motion."));
    this.count =
        Option.integer(
            "trajectories", 2, 1_000_000, defaults.count(), "The number of trajectories.");
    this.span =
        Option.real("span", RealRange.POSITIVE, defaults.span(), "How long each is followed.");
    this.rate =
        Option.real("rate", RealRange.POSITIVE, defaults.rate(), "States per unit of time.");
    this.noise =
        Option.real(
            "noise",
            RealRange.NOT_NEGATIVE,
            defaults.noise(),
            "The standard deviation of the noise on each coordinate of a state.");
    this.testShare =
        Option.real(
            "test-share",
            RealRange.between(0, 0.9),
            0.5,
            "The share of the states, the last ones, that are not learned from.");
    this.seed =
        Option.integer("seed", 0, Integer.MAX_VALUE, 0, "The seed of NumPy's legacy generator.");
    this.start = section("start", defaults.start(), "Where trajectories start.");
    this.orbits =
        Option.integer("orbits", 0, 10_000, 15, "How many orbits a learned law is judged by.");
    this.orbitStart = section("orbit-start", defaults.orbitStart(), "Where these orbits start.");
  }

  private static Option<Options> section(String name, Map<String, Object> plain, String help) {
    return Option.of(name, OptionTypes.section(Starts.KEYS), plain, help);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String source() {
    return "Greydanus, Dzamba, Yosinski: Hamiltonian neural networks (2019)";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(system, count, span, rate, noise, testShare, seed, start, orbits, orbitStart);
  }

  @Override
  public Dataset load(Options options) {
    int samples = Math.max(2, (int) (options.get(rate) * options.get(span)));
    return new Trajectories(
            options.get(system),
            options.get(count),
            options.get(span),
            samples,
            options.get(noise),
            options.get(testShare),
            options.get(seed))
        .make(
            name,
            Starts.of(options.get(start)),
            Starts.of(options.get(orbitStart)),
            options.get(orbits));
  }
}
