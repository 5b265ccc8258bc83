package org.prairieml.activations.light;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Target;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Tensor;

/**
 * {@link Light} at the output of a network that tells two classes apart, and its loss.
 *
 * <p>The network has an output per class, and t is the second minus the first, so that the larger
 * output is the class that t stands for; a network of one output gives t itself. Two forms:
 *
 * <ul>
 *   <li>{@code margin}: the mean of {@code l(-y t)} with y = 1 for the second class and -1 for the
 *       first. This is Equation 2 but for the sign: minimized as printed, with {@code l(y t)}, it
 *       would learn the wrong class.
 *   <li>{@code cross-entropy}: the mean of {@code -log p} with the probability {@code p = l(t)} of
 *       the second class and {@code 1 - l(t)} of the first, as a framework would train an output
 *       layer of this activation. With r = 1, E = 0 it is softmax cross-entropy.
 * </ul>
 */
public final class LightLoss implements Loss {

  /** Keeps the logarithm of 1 - l finite where l rounds to 1. */
  private static final double LEAST = 1e-30;

  private static final Option<Form> FORM =
      Option.choice("form", Form.CROSS_ENTROPY, "What is minimized.");

  /** What is minimized. */
  enum Form {
    CROSS_ENTROPY,
    MARGIN
  }

  /** Creates the service. */
  public LightLoss() {}

  @Override
  public String name() {
    return "light";
  }

  @Override
  public String summary() {
    return "The loss of an output with the activation light, for two classes.";
  }

  @Override
  public String source() {
    return LightActivation.SOURCE;
  }

  @Override
  public List<Option<?>> options() {
    List<Option<?>> options = new ArrayList<>(Light.OPTIONS);
    options.add(FORM);
    return options;
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Target.Classes classes && classes.count() == 2;
  }

  @Override
  public Tensor apply(Tensor outputs, Tensor targets, Options options) {
    Light light = Light.of(options);
    Tensor t = difference(outputs);
    Tensor loss =
        switch (options.get(FORM)) {
          case MARGIN -> light.apply(t.mul(targets.mul(-2).add(1)));
          case CROSS_ENTROPY -> {
            Tensor second = light.log(t);
            Tensor first = second.expm1().neg().max(Tensor.of(LEAST)).log();
            yield targets.select(second, first).neg();
          }
        };
    return Formulas.meanAll(loss);
  }

  private static Tensor difference(Tensor outputs) {
    int count = outputs.shape().dimension(-1);
    if (count > 2) {
      throw PrairieException.badInput(
          "Loss 'light': needs a network of 1 or 2 outputs, found %d.".formatted(count));
    }
    Tensor last = outputs.slice(-1, count - 1, count);
    Tensor t = count == 1 ? last : last.sub(outputs.slice(-1, 0, 1));
    return t.reshape(outputs.shape().remove(outputs.shape().rank() - 1));
  }
}
