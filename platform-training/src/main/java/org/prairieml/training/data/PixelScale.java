package org.prairieml.training.data;

import java.util.function.DoubleUnaryOperator;
import org.prairieml.api.Option;
import org.prairieml.api.data.Dataset;
import org.prairieml.graph.NdArray;

/** What becomes of pixels, which are numbers from 0 to 255 in files. */
enum PixelScale {
  /** Divided by 255. */
  UNIT,
  /** Each channel to mean 0 and standard deviation 1 over the training images. */
  STANDARD,
  /** As they are. */
  RAW;

  /** The option of data sets of images. */
  static final Option<PixelScale> OPTION =
      Option.choice(
          "pixels",
          UNIT,
          "What pixels become: unit is 0 to 1, standard has mean 0 and deviation 1 per channel over"
              + " the training images, raw is 0 to 255.");

  private static final double LARGEST = 255;

  /**
   * Returns the images in this scale.
   *
   * @param parts images {@code [n, ..., channels]}
   */
  HoldOut.Parts apply(HoldOut.Parts parts) {
    int channels = parts.train().x().shape().dimension(-1);
    DoubleUnaryOperator[] scales = new DoubleUnaryOperator[channels];
    for (int channel = 0; channel < channels; channel++) {
      scales[channel] = scale(parts.train().x().values(), channel, channels);
    }
    return new HoldOut.Parts(scaled(parts.train(), scales), scaled(parts.test(), scales));
  }

  private DoubleUnaryOperator scale(double[] pixels, int channel, int channels) {
    return switch (this) {
      case UNIT -> pixel -> pixel / LARGEST;
      case RAW -> pixel -> pixel;
      case STANDARD -> standard(pixels, channel, channels);
    };
  }

  private static DoubleUnaryOperator standard(double[] pixels, int channel, int channels) {
    double count = (double) pixels.length / channels;
    double sum = 0;
    for (int i = channel; i < pixels.length; i += channels) {
      sum += pixels[i];
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = channel; i < pixels.length; i += channels) {
      squares += (pixels[i] - mean) * (pixels[i] - mean);
    }
    double deviation = squares == 0 ? 1 : Math.sqrt(squares / count);
    return pixel -> (pixel - mean) / deviation;
  }

  /** A data set of images is large: its pixels change where they stand. */
  private static Dataset.Split scaled(Dataset.Split split, DoubleUnaryOperator[] scales) {
    double[] pixels = split.x().values();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = scales[i % scales.length].applyAsDouble(pixels[i]);
    }
    return new Dataset.Split(new NdArray(split.x().shape(), pixels), split.y());
  }
}
