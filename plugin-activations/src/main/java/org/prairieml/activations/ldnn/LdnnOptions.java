package org.prairieml.activations.ldnn;

import java.util.List;
import org.prairieml.activations.catalog.InterpolatedActivation;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Optimizer;

/** The options of the meta-learning trainer. */
final class LdnnOptions {

  static final Option<Integer> OUTER_STEPS =
      Option.integer(
          "outer-steps", 1, Integer.MAX_VALUE, 100, "How often the sub-networks are updated.");
  static final Option<Integer> INNER_STEPS =
      Option.integer(
          "inner-steps",
          1,
          Integer.MAX_VALUE,
          20,
          "How many batches the network learns from between two updates of the sub-networks.");
  static final Option<Integer> BATCH_SIZE =
      Option.integer("batch-size", 1, Integer.MAX_VALUE, 100, "The number of examples per batch.");
  static final Option<Configured<Optimizer>> INNER_OPTIMIZER =
      Option.service(
          "inner-optimizer", Optimizer.class, "sgd", "The rule that moves the network's weights.");
  static final Option<Configured<Optimizer>> OUTER_OPTIMIZER =
      Option.service(
          "outer-optimizer", Optimizer.class, "adam", "The rule that moves the sub-networks.");

  static final Option<Double> CLIP =
      Option.of(
          "clip",
          OptionTypes.real(RealRange.POSITIVE),
          null,
          "The greatest Euclidean length of the hypergradient that the outer optimizer sees; longer"
              + " ones are scaled down to it. Absent: any.");

  static final Option<Double> LOWER =
      Option.real("lower", RealRange.ANY, -10, "Where the captured interval begins.");
  static final Option<Double> UPPER =
      Option.real("upper", RealRange.ANY, 10, "Where the captured interval ends.");
  static final Option<Integer> POINTS =
      Option.integer("points", 2, 1_000_000, 100, "At how many points functions are sampled.");
  static final Option<Integer> SNAPSHOTS =
      Option.integer(
          "snapshots", 1, 10_000, 50, "About how many snapshots of the functions are kept.");
  static final Option<Options> CAPTURE =
      Option.section(
          "capture",
          List.of(
              LOWER,
              UPPER,
              POINTS,
              SNAPSHOTS,
              InterpolatedActivation.BETWEEN,
              InterpolatedActivation.DEGREE,
              InterpolatedActivation.OUTSIDE),
          "How the learned functions are sampled for reuse.");

  static final List<Option<?>> ALL =
      List.of(
          OUTER_STEPS,
          INNER_STEPS,
          BATCH_SIZE,
          INNER_OPTIMIZER,
          OUTER_OPTIMIZER,
          Hypergradient.FORM,
          Hypergradient.STEPS,
          Hypergradient.AVERAGED,
          CLIP,
          LossChoice.OPTION,
          CAPTURE);

  private LdnnOptions() {}
}
