package org.prairieml.engine.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what was asked for last, up to a number: what searches make has no end. Safe for use by
 * several threads.
 *
 * @param <K> what values are known by
 * @param <V> what is remembered
 */
public final class RecentlyUsed<K, V> {

  private final Map<K, V> entries;

  /** Creates a memory of at most this many values. */
  public RecentlyUsed(int most) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Returns the value of a key, made now if it is not remembered; making must be quick. */
  public synchronized V get(K key, Function<K, V> made) {
    return entries.computeIfAbsent(key, made);
  }
}
