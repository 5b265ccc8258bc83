package org.prairieml.hnn.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.RealRange;
import org.prairieml.api.run.RandomState;
import org.prairieml.hnn.integration.Law;

/**
 * Draws the states at which trajectories start, as the published code does from NumPy's stream: a
 * direction {@code rand(d) * 2 - 1} first, then one number for its length.
 *
 * @param by what the numbers from {@code from} to {@code to} measure
 * @param from the least
 * @param to the most
 * @param states the states themselves or those around which they lie, where {@code by} says so
 */
record Starts(By by, double from, double to, List<List<Double>> states) {

  /** What is drawn uniformly between two numbers. */
  enum By {
    /** The distance from the origin, in a random direction (Greydanus et al.). */
    RADIUS,
    /** The energy, in a random direction from the origin. */
    ENERGY,
    /** The magnitude of each coordinate, its sign at random (Greydanus et al., evaluation). */
    MAGNITUDE,
    /** How far each coordinate is moved from that of a given state, up or down at random. */
    DEVIATION,
    /** Nothing: states are given. */
    STATES;

    private boolean needsStates() {
      return this == DEVIATION || this == STATES;
    }
  }

  private static final Option<By> BY =
      Option.choice(
          "by",
          By.RADIUS,
          "What is drawn uniformly: 'deviation' is that of each coordinate from a given state,"
              + " 'states' means that they are given.");
  private static final Option<Double> FROM =
      Option.real("from", RealRange.ANY, 0.1, "The least radius, energy, magnitude or deviation.");
  private static final Option<Double> TO = Option.real("to", RealRange.ANY, 1, "The most.");
  private static final Option<List<List<Double>>> STATES =
      Option.list(
          "states",
          OptionTypes.list(OptionTypes.real(RealRange.ANY)),
          "The states that are given, taken in turn.");

  /** The keys of a section that says where trajectories start. */
  static final List<Option<?>> KEYS = List.of(BY, FROM, TO, STATES);

  static Starts of(Options options) {
    Starts starts =
        new Starts(options.get(BY), options.get(FROM), options.get(TO), options.get(STATES));
    if (starts.by.needsStates() == starts.states.isEmpty()) {
      throw PrairieException.badInput(
          "Starts: give 'states' together with 'by: states' or 'by: deviation', and only then.");
    }
    if (starts.to < starts.from) {
      throw PrairieException.badInput(
          "Starts: 'to' is %s, below 'from', which is %s.".formatted(starts.to, starts.from));
    }
    return starts;
  }

  /**
   * Returns the start of a trajectory.
   *
   * @param number the trajectory's number, counted from 0
   * @throws PrairieException bad input, if an energy is not met or a state has a wrong size
   */
  double[] draw(int number, Law law, RandomState random) {
    return switch (by) {
      case RADIUS -> {
        double[] direction = direction(law, random);
        yield scaled(direction, radius(random) / norm(direction));
      }
      case ENERGY -> {
        double[] direction = direction(law, random);
        yield atEnergy(scaled(direction, 1 / norm(direction)), radius(random), law);
      }
      case MAGNITUDE -> magnitudes(law, random);
      case DEVIATION -> sum(given(number, law), magnitudes(law, random));
      case STATES -> given(number, law);
    };
  }

  private static double[] direction(Law law, RandomState random) {
    return Arrays.stream(random.rand(law.dimension())).map(x -> x * 2 - 1).toArray();
  }

  private double radius(RandomState random) {
    return random.rand() * (to - from) + from;
  }

  private double[] magnitudes(Law law, RandomState random) {
    double width = 2 * (to - from);
    return Arrays.stream(random.rand(law.dimension()))
        .map(x -> x * width - width / 2)
        .map(x -> x + from * Math.signum(x))
        .toArray();
  }

  private static double[] sum(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }

  private double[] given(int number, Law law) {
    List<Double> state = states.get(number % states.size());
    if (state.size() != law.dimension()) {
      throw PrairieException.badInput(
          "Starts: a state has %d coordinates, found %s.".formatted(law.dimension(), state));
    }
    return state.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Goes out from the origin until the energy is passed, then halves the interval. */
  private static double[] atEnergy(double[] direction, double energy, Law law) {
    if (!law.hasEnergy()) {
      throw PrairieException.badInput(
          "Starts: this system conserves no energy; draw them 'by: radius'.");
    }
    double inner = 0;
    double outer = 0;
    while (!(law.energy(scaled(direction, outer)) >= energy)) {
      inner = outer;
      outer += 0.01;
      if (outer > 100) {
        throw PrairieException.badInput(
            "Starts: energy %s is not met on the way out from the origin in direction %s."
                .formatted(energy, Arrays.toString(direction)));
      }
    }
    while (outer - inner > Math.ulp(outer)) {
      double middle = (inner + outer) / 2;
      if (middle == inner || middle == outer) {
        break;
      }
      if (law.energy(scaled(direction, middle)) < energy) {
        inner = middle;
      } else {
        outer = middle;
      }
    }
    return scaled(direction, outer);
  }

  private static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(value -> value * value).sum());
  }

  private static double[] scaled(double[] x, double factor) {
    return Arrays.stream(x).map(value -> value * factor).toArray();
  }
}
