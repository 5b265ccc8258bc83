package org.prairieml.hnn.training;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.prairieml.api.data.Motion;

/**
 * The orbits of true laws, each set followed once for all networks that are judged by it.
 *
 * <p>Orbits are kept as long as the data set whose motion they are. Safe for use by several
 * threads: one that asks for orbits that another is following waits for them.
 */
final class TrueOrbits {

  private final Map<Motion, Map<Times, Orbits>> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** {@code points} times from 0 to {@code span}. */
  private record Times(double span, int points) {}

  /** Returns the orbits at {@code points} times from 0 to {@code span}, both included. */
  Orbits of(Motion motion, double span, int points) {
    return known
        .computeIfAbsent(motion, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            new Times(span, points), _ -> Orbits.ofTruth(motion, Orbits.times(span, points)));
  }
}
