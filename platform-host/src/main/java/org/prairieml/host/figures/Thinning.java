package org.prairieml.host.figures;

import java.util.List;
import java.util.stream.IntStream;

/** Leaves out what a picture has no room for. */
final class Thinning {

  private Thinning() {}

  /**
   * Returns the elements, or where there are more than {@code limit}, that many of them at equal
   * distances, the first and the last among them.
   *
   * @param limit at least 2
   */
  static <T> List<T> atMost(int limit, List<T> elements) {
    int size = elements.size();
    if (size <= limit) {
      return List.copyOf(elements);
    }
    return IntStream.range(0, limit)
        .mapToObj(
            i -> elements.get(Math.toIntExact(Math.round((double) i * (size - 1) / (limit - 1)))))
        .toList();
  }
}
