package org.prairieml.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some pixels of a pattern whose cotangents stay in the first-level cache.
 *
 * @param pixels the runs of pixels: offset in the input, place in the packed cotangents, length
 * @param pixelStep the distance of neighbors in a run, in the input
 * @param cotangents where each run starts in the cotangent
 * @param cotangentStep the distance of neighbors in a run, in the cotangent
 * @param rows the rows of the kernel that these pixels count for: runs of offset from a pixel in
 *     the input, row and number of rows; for a depthwise convolution a table
 */
record PixelChunk(int[] pixels, int pixelStep, int[] cotangents, int cotangentStep, int[] rows) {

  /**
   * Returns the chunks of a pattern.
   *
   * @param limit the most pixels of a chunk
   */
  static List<PixelChunk> of(TapPattern pattern, Channels channels, int[] rows, int limit) {
    int pixelStep = step(pattern.bases()) * channels.sources();
    int cotangentStep = step(pattern.targets()) * channels.targets();
    Runs runs = new Runs(pixelStep, cotangentStep);
    IntStream.range(0, pattern.targets().length)
        .forEach(i ->
            runs.add(
                pattern.bases()[i] * channels.sources(),
                pattern.targets()[i] * channels.targets(),
                1));
    List<PixelChunk> chunks = new ArrayList<>();
    for (List<Runs.Run> chunk : runs.chunks(limit)) {
      int[] cotangents = chunk.stream().mapToInt(Runs.Run::place).toArray();
      chunks.add(new PixelChunk(packed(chunk), pixelStep, cotangents, cotangentStep, rows));
    }
    return chunks;
  }

  private static int step(int[] pixels) {
    return pixels.length > 1 ? pixels[1] - pixels[0] : 1;
  }

  private static int[] packed(List<Runs.Run> chunk) {
    List<Runs.Run> packed = new ArrayList<>();
    int place = 0;
    for (Runs.Run run : chunk) {
      packed.add(new Runs.Run(run.offset(), place, run.length()));
      place += run.length();
    }
    return Runs.numbers(packed);
  }
}
