package org.prairieml.engine.convolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pixels of the target that meet the same taps, each at the same distance from a base pixel of the
 * source: with the pixels as rows and the taps as columns it is one matrix.
 *
 * <p>A convolution with padding has one such pattern for its inner pixels and some for its borders;
 * they go over the whole batch, so that even corners fill register tiles.
 *
 * @param targets the pixels, as row-major positions over batch and spatial axes
 * @param bases a pixel of the source for each of them
 * @param taps the taps that they meet, counted as {@link TapWalk} does
 * @param distances from the base to the pixel of the source that a tap meets
 */
record TapPattern(int[] targets, int[] bases, int[] taps, int[] distances) {

  /** Returns the patterns of a convolution; every pixel of the target is in one of them. */
  static List<TapPattern> of(TapWalk walk) {
    List<TapPattern> patterns = List.of(batch(walk.target().dimension(0)));
    for (int i = 0; i < walk.axes(); i++) {
      int axis = i;
      List<TapPattern> along = along(walk, axis);
      patterns =
          patterns.stream()
              .flatMap(outer -> along.stream().map(inner -> outer.times(inner, walk, axis)))
              .toList();
    }
    return patterns;
  }

  /** Returns the distance in the source from the first tap to the second; 1 if there is none. */
  int tapStep() {
    return distances.length > 1 ? distances[1] - distances[0] : 1;
  }

  /**
   * Returns what a pixel multiplies: runs from its base on over the kernel's rows, which are the
   * channels of a tap after those of the tap before.
   */
  Runs products(Channels channels, int step) {
    int length = channels.sourcesPerTap();
    Runs runs = new Runs(step, 1);
    for (int i = 0; i < taps.length; i++) {
      runs.add(distances[i] * channels.sources(), taps[i] * length, length);
    }
    return runs;
  }

  private static TapPattern batch(int images) {
    int[] all = IntStream.range(0, images).toArray();
    return new TapPattern(all, all, new int[1], new int[1]);
  }

  private static List<TapPattern> along(TapWalk walk, int axis) {
    Map<List<Integer>, List<Integer>> targets = new LinkedHashMap<>();
    for (int target = 0; target < walk.targets(axis); target++) {
      targets.computeIfAbsent(meets(walk, axis, target), _ -> new ArrayList<>()).add(target);
    }
    List<TapPattern> patterns = new ArrayList<>();
    targets.forEach((taps, pixels) -> patterns.add(along(walk, axis, taps, pixels)));
    return patterns;
  }

  /** Returns the taps that a target meets, each followed by its distance from the first. */
  private static List<Integer> meets(TapWalk walk, int axis, int target) {
    List<Integer> result = new ArrayList<>();
    int base = TapWalk.NONE;
    for (int tap = 0; tap < walk.taps(axis); tap++) {
      int source = walk.source(axis, target, tap);
      if (source != TapWalk.NONE) {
        base = base == TapWalk.NONE ? source : base;
        result.add(tap);
        result.add(source - base);
      }
    }
    return result;
  }

  private static TapPattern along(
      TapWalk walk, int axis, List<Integer> meets, List<Integer> targets) {
    int count = meets.size() / 2;
    return new TapPattern(
        targets.stream().mapToInt(target -> target).toArray(),
        targets.stream()
            .mapToInt(target -> count == 0 ? 0 : walk.source(axis, target, meets.getFirst()))
            .toArray(),
        IntStream.range(0, count).map(i -> meets.get(2 * i)).toArray(),
        IntStream.range(0, count).map(i -> meets.get(2 * i + 1)).toArray());
  }

  private TapPattern times(TapPattern inner, TapWalk walk, int axis) {
    return new TapPattern(
        combine(targets, walk.targets(axis), inner.targets),
        combine(bases, walk.sources(axis), inner.bases),
        combine(taps, walk.taps(axis), inner.taps),
        combine(distances, walk.sources(axis), inner.distances));
  }

  private static int[] combine(int[] outer, int extent, int[] inner) {
    int[] result = new int[outer.length * inner.length];
    int at = 0;
    for (int i : outer) {
      for (int j : inner) {
        result[at++] = i * extent + j;
      }
    }
    return result;
  }
}
