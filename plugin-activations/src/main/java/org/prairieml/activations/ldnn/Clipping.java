package org.prairieml.activations.ldnn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.graph.Tensor;

/**
 * What bounds a gradient before an optimizer sees it: first each element, then the length.
 *
 * @param value the greatest magnitude of an element
 * @param length the greatest Euclidean length of all gradients together
 */
record Clipping(Optional<Double> value, Optional<Double> length) {

  static final Option<Double> LENGTH =
      Option.of(
          "clip",
          OptionTypes.real(RealRange.POSITIVE),
          null,
          "The greatest Euclidean length of the hypergradient that the outer optimizer sees; longer"
              + " ones are scaled down to it. Absent: any.");

  static final Option<Double> VALUE =
      Option.of(
          "clip-value",
          OptionTypes.real(RealRange.POSITIVE),
          null,
          "The greatest magnitude of an element of the hypergradient that the outer optimizer sees;"
              + " each beyond is set to it, before 'clip' looks at the length. Absent: any.");

  static final Clipping NONE = new Clipping(Optional.empty(), Optional.empty());

  /** Reads what is asked for. */
  static Clipping of(Options options) {
    return new Clipping(options.find(VALUE), options.find(LENGTH));
  }

  /** Returns the gradients within their bounds. */
  Map<String, Tensor> apply(Map<String, Tensor> gradients) {
    Map<String, Tensor> clipped = new LinkedHashMap<>(gradients);
    value.ifPresent(
        limit -> clipped.replaceAll((name, g) -> g.max(Tensor.of(-limit)).min(Tensor.of(limit))));
    length.ifPresent(limit -> {
      Tensor norm = norm(clipped);
      clipped.replaceAll((name, g) -> shortened(g, norm, limit));
    });
    return clipped;
  }

  private static Tensor shortened(Tensor gradient, Tensor norm, double limit) {
    return Tensor.of(limit).less(norm).select(gradient.mul(norm.reciprocal().mul(limit)), gradient);
  }

  /** Returns the Euclidean length of all gradients together, a scalar. */
  static Tensor norm(Map<String, Tensor> gradients) {
    return gradients.values().stream()
        .map(gradient -> gradient.square().sumAll())
        .reduce(Tensor::add)
        .orElseThrow()
        .sqrt();
  }
}
