package org.prairieml.training.layer;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.graph.PoolingWindow;

/** The options of pooling layers, and the window that follows for an input. */
final class SlidingWindow {

  private static final Option<AxisAmounts> KERNEL =
      Option.of("kernel", AxisAmounts.type(1), 2, "The size of the window.");
  private static final Option<AxisAmounts> STRIDE =
      Option.of(
          "stride",
          AxisAmounts.type(1),
          null,
          "The distance of the window's places; by default its size.");

  static final List<Option<?>> OPTIONS = List.of(KERNEL, STRIDE, Padding.OPTION);

  private SlidingWindow() {}

  static PoolingWindow of(SpatialInput input, Options options) {
    List<Integer> size = options.get(KERNEL).along(KERNEL, input.axes());
    List<Integer> stride =
        options.find(STRIDE).map(amounts -> amounts.along(STRIDE, input.axes())).orElse(size);
    Padding.Sides padding = options.get(Padding.OPTION).around(input, size, stride);
    input.require("window", size, padding);
    return new PoolingWindow(size, stride, padding.before(), padding.after());
  }
}
