package org.prairieml.engine.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places of temporary tensors in one arena: two whose lives overlap get different places, all
 * others may share.
 *
 * @param <T> what has a place
 */
public final class ArenaPlan<T> {

  /** Places start at multiples of a vector of the widest machine. */
  private static final int ALIGNMENT = 16;

  private final Map<T, Span> spans = new LinkedHashMap<>();
  private int size;

  /** A place, and the steps during which it is taken. */
  private record Span(int offset, int size, int birth, int death) {

    boolean overlapsLife(int otherBirth, int otherDeath) {
      return birth <= otherDeath && otherBirth <= death;
    }
  }

  /**
   * Gives something a place.
   *
   * @param elements its size
   * @param birth the step that writes it first
   * @param death the last step that reads it
   */
  public void place(T owner, int elements, int birth, int death) {
    List<Span> taken = new ArrayList<>();
    for (Span span : spans.values()) {
      if (span.overlapsLife(birth, death)) {
        taken.add(span);
      }
    }
    taken.sort(Comparator.comparingInt(Span::offset));
    int rounded = Math.ceilDiv(elements, ALIGNMENT) * ALIGNMENT;
    int offset = 0;
    for (Span span : taken) {
      if (span.offset - offset >= rounded) {
        break;
      }
      offset = Math.max(offset, span.offset + span.size);
    }
    spans.put(owner, new Span(offset, rounded, birth, death));
    size = Math.max(size, Math.addExact(offset, rounded));
  }

  /** Returns where an owner's place starts. */
  public int offset(T owner) {
    return spans.get(owner).offset;
  }

  /** Returns the size of the arena. */
  public int size() {
    return size;
  }
}
