package org.prairieml.api.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Functions, each kept once: what equals an earlier one in behavior is not kept.
 *
 * @param <T> what stands for a function
 */
public final class Behaviors<T> {

  /** So many values tell most functions apart, before all are compared. */
  private static final int PROBES = 3;

  private final Map<Behavior, T> kept = new LinkedHashMap<>();

  /** Creates an empty collection. */
  public Behaviors() {}

  /**
   * Adds a function unless one of the same behavior is there.
   *
   * @return whether it was added
   */
  public boolean add(T function, Behavior behavior) {
    return kept.putIfAbsent(behavior, function) == null;
  }

  /** Returns the functions, in the order in which they came. */
  public Collection<T> functions() {
    return Collections.unmodifiableCollection(kept.values());
  }

  /** Returns the number of functions that differ in at least one bit of one value. */
  public int size() {
    return kept.size();
  }

  /**
   * Returns the number of functions when those that are {@link Behavior#isClose close} count as
   * one: each joins the first representative that it is close to, in order of the first values.
   */
  public int size(double relative, double absolute) {
    List<Behavior> representatives = new ArrayList<>();
    for (Behavior behavior : sorted()) {
      boolean joins =
          representatives.stream()
              .anyMatch(earlier ->
                  probesAreClose(earlier, behavior, relative, absolute)
                      && earlier.isClose(behavior, relative, absolute));
      if (!joins) {
        representatives.add(behavior);
      }
    }
    return representatives.size();
  }

  private List<Behavior> sorted() {
    Comparator<Behavior> byProbes = Comparator.comparingDouble(behavior -> behavior.value(0));
    for (int i = 1; i < PROBES; i++) {
      int probe = i;
      byProbes = byProbes.thenComparingDouble(behavior -> behavior.value(probe));
    }
    return kept.keySet().stream().sorted(byProbes).toList();
  }

  private static boolean probesAreClose(Behavior a, Behavior b, double relative, double absolute) {
    double difference = Math.abs(a.value(0) - b.value(0));
    return !(difference > absolute + relative * Math.abs(b.value(0)));
  }
}
