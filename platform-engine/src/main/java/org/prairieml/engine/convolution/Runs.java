package org.prairieml.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Equally spaced elements, joined to runs as long as they are.
 *
 * <p>What a run goes through has two positions, its offset and its place; both move by steps that
 * are the same for all runs.
 */
final class Runs {

  private final int offsetStep;
  private final int placeStep;
  private final List<Run> finished = new ArrayList<>();
  private int offset;
  private int place;
  private int length;

  /**
   * Elements in a row.
   *
   * @param offset where the first one is in one sense
   * @param place where it is in the other
   * @param length how many
   */
  record Run(int offset, int place, int length) {}

  /** Starts without any. */
  Runs(int offsetStep, int placeStep) {
    this.offsetStep = offsetStep;
    this.placeStep = placeStep;
  }

  /** Adds elements, to the last run if they continue it. */
  void add(int offset, int place, int length) {
    if (length == 0) {
      return;
    }
    if (this.length > 0
        && offset == this.offset + this.length * offsetStep
        && place == this.place + this.length * placeStep) {
      this.length += length;
      return;
    }
    finish();
    this.offset = offset;
    this.place = place;
    this.length = length;
  }

  private void finish() {
    if (length > 0) {
      finished.add(new Run(offset, place, length));
      length = 0;
    }
  }

  /** Returns the runs. */
  List<Run> all() {
    finish();
    return finished;
  }

  /** Returns the runs cut into chunks of about equally many elements, at most {@code limit}. */
  List<List<Run>> chunks(int limit) {
    List<Run> runs = all();
    int total = runs.stream().mapToInt(Run::length).sum();
    int size = total == 0 ? limit : Math.ceilDiv(total, Math.ceilDiv(total, limit));
    List<List<Run>> chunks = new ArrayList<>();
    int room = 0;
    for (Run run : runs) {
      for (int from = 0; from < run.length; ) {
        if (room == 0) {
          chunks.add(new ArrayList<>());
          room = size;
        }
        int length = Math.min(room, run.length - from);
        int offset = run.offset + from * offsetStep;
        chunks.getLast().add(new Run(offset, run.place + from * placeStep, length));
        from += length;
        room -= length;
      }
    }
    return chunks;
  }

  /** Returns the numbers of runs as a tile reads them. */
  static int[] numbers(List<Run> runs) {
    return runs.stream()
        .flatMapToInt(run -> IntStream.of(run.offset, run.place, run.length))
        .toArray();
  }
}
