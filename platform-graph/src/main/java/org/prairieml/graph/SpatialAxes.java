package org.prairieml.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What convolution and pooling share: amounts per spatial axis, and places along one. */
final class SpatialAxes {

  private static final int MOST = 3;

  private SpatialAxes() {}

  static void requireCount(String subject, int axes) {
    if (axes < 1 || axes > MOST) {
      throw new GraphException(
          "%s: needs 1 to %d spatial axes, found %d.".formatted(subject, MOST, axes));
    }
  }

  /** Returns the amounts as an immutable list, one per axis, none below the least. */
  static List<Integer> require(
      String subject, String name, List<Integer> amounts, int axes, int least) {
    if (amounts.size() != axes || amounts.stream().anyMatch(n -> n < least)) {
      throw new GraphException(
          "%s: %s needs amounts of at least %d, one per spatial axis (%d), found %s."
              .formatted(subject, name, least, axes, amounts));
    }
    return List.copyOf(amounts);
  }

  static List<Integer> equal(int axes, int amount) {
    return Collections.nCopies(axes, amount);
  }

  static List<Integer> list(int... amounts) {
    return Arrays.stream(amounts).boxed().toList();
  }

  /** Returns how many places something has that slides over a padded axis without leaving it. */
  static int places(String what, int axis, long reach, long padded, int stride) {
    if (padded > Integer.MAX_VALUE) {
      throw new GraphException(
          "the padded input %d along spatial axis %d exceeds 2^31 - 1".formatted(padded, axis));
    }
    if (reach > padded) {
      throw new GraphException(
          "the reach %d of the %s exceeds the padded input %d along spatial axis %d"
              .formatted(reach, what, padded, axis));
    }
    return (int) (padded - reach) / stride + 1;
  }
}
