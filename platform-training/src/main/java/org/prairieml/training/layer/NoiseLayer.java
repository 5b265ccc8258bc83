package org.prairieml.training.layer;

import java.util.List;
import java.util.Optional;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.network.Layer;
import org.prairieml.api.network.ParameterScope;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Adds noise while the network learns, other noise in every step, and nothing while it is used.
 *
 * <p>Input and output have the same shape, {@code [n, ...]}. Normal noise has mean 0 and standard
 * deviation {@code scale} and lies within 5.8 of them (Box and Muller: A note on the generation of
 * random normal deviates, 1958, on uniform numbers of 24 bits); uniform noise lies within {@code
 * scale} of 0. No gradient flows to the noise.
 */
public final class NoiseLayer implements Layer {

  private static final Option<Family> DISTRIBUTION =
      Option.choice("distribution", Family.NORMAL, "How the noise is distributed around 0.");
  private static final Option<Double> SCALE =
      Option.real(
          "scale",
          RealRange.NOT_NEGATIVE,
          0.1,
          "The standard deviation of normal noise; how far uniform noise reaches.");
  private static final Option<Boolean> SHARED =
      Option.flag("shared", false, "Whether all examples of a batch get the same noise.");

  /** How noise is distributed. */
  enum Family {
    /** Normally, with a standard deviation. */
    NORMAL,
    /** Evenly between two bounds. */
    UNIFORM
  }

  /** Creates the service. */
  public NoiseLayer() {}

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public String summary() {
    return "Adds random numbers while the network learns.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(DISTRIBUTION, SCALE, SHARED);
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    Tensor x = Layer.single(inputs);
    if (options.get(SCALE) == 0) {
      return x;
    }
    Shape shape = options.get(SHARED) ? x.shape().with(0, 1) : x.shape();
    return noise(options.get(DISTRIBUTION), shape, parameters)
        .map(noise -> x.add(noise.mul(options.get(SCALE))))
        .orElse(x);
  }

  private static Optional<Tensor> noise(
      Family distribution, Shape shape, ParameterScope parameters) {
    return switch (distribution) {
      case UNIFORM -> parameters.uniform("value", shape).map(u -> u.mul(2).sub(1));
      case NORMAL ->
          parameters
              .uniform("length", shape)
              .flatMap(u -> parameters.uniform("angle", shape).map(v -> boxMuller(u, v)));
    };
  }

  private static Tensor boxMuller(Tensor u, Tensor v) {
    return u.rsub(1).log().mul(-2).sqrt().mul(v.mul(2 * Math.PI).cos());
  }
}
