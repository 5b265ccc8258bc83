package org.prairieml.engine.bytecode;

import java.lang.invoke.MethodHandles;
import org.prairieml.engine.lane.NumberFormat;

/**
 * Plain loops in both number formats, of one source: written for floats, and for doubles derived
 * from that when doubles are first met.
 *
 * @param <T> what they implement
 */
public final class PlainLoops<T> {

  private final MethodHandles.Lookup lookup;
  private final Class<T> type;
  private final T floats;
  private volatile T doubles;

  /**
   * Takes the loops for floats.
   *
   * @param lookup has the rights of the package of the loops
   * @param type what they implement
   * @param floats the loops: without state, and as {@link DoubleForm} needs them
   */
  public PlainLoops(MethodHandles.Lookup lookup, Class<T> type, T floats) {
    this.lookup = lookup;
    this.type = type;
    this.floats = floats;
  }

  /** Returns the loops for a format. */
  public T of(NumberFormat format) {
    return format == NumberFormat.FLOAT32 ? floats : forDoubles();
  }

  /** Returns the loops for an array, a {@code float[]} or {@code double[]}. */
  public T ofArray(Object array) {
    return array instanceof float[] ? floats : forDoubles();
  }

  private T forDoubles() {
    T present = doubles;
    return present == null ? derive() : present;
  }

  private synchronized T derive() {
    if (doubles == null) {
      doubles = DoubleForm.of(lookup, type, floats.getClass().asSubclass(type));
    }
    return doubles;
  }
}
