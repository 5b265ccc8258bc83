package org.prairieml.activations.ldnn;

import java.util.List;
import org.prairieml.activations.catalog.InterpolatedActivation;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
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

  static final Option<Repetition> INNER_LOOPS =
      Option.choice(
          "inner-loops",
          Repetition.NEW,
          "Whether every outer step trains a network of new start values on new batches, or all of"
              + " them the same, with the same noise.");
  static final Option<Order> BATCHES =
      Option.choice(
          "batches",
          Order.SHUFFLED,
          "Whether examples come in a random order, another one every epoch, or as they are"
              + " stored.");

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
          Clipping.LENGTH,
          Clipping.VALUE,
          INNER_LOOPS,
          BATCHES,
          LossChoice.OPTION,
          CAPTURE);

  /** What the networks of two outer steps have in common. */
  enum Repetition {
    /** Nothing. */
    NEW,
    /** Start values, batches and noise. */
    SAME
  }

  /** In which order examples come. */
  enum Order {
    /** A random one, another one every epoch. */
    SHUFFLED,
    /** That of the data set. */
    STORED
  }

  private LdnnOptions() {}
}
