package org.prairieml.hnn.training;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Option;
import org.prairieml.api.OptionTypes;
import org.prairieml.api.Options;
import org.prairieml.api.RealRange;
import org.prairieml.api.engine.Precision;
import org.prairieml.api.training.InitializerChoice;
import org.prairieml.api.training.LossChoice;
import org.prairieml.api.training.Optimizer;
import org.prairieml.api.training.Schedule;
import org.prairieml.hnn.integration.Integrator;

/** The options of the trainer {@code dynamics}. */
final class DynamicsOptions {

  static final Option<Integer> STEPS =
      Option.integer("steps", 1, Integer.MAX_VALUE, 2000, "How often the parameters are moved.");
  static final Option<Integer> BATCH_SIZE =
      Option.of(
          "batch-size",
          OptionTypes.integer(1, Integer.MAX_VALUE),
          null,
          "The number of examples per step; by default all.");
  static final Option<Configured<Optimizer>> OPTIMIZER =
      Option.service("optimizer", Optimizer.class, "adam", "The rule that moves the parameters.");
  static final Option<Configured<Schedule>> SCHEDULE =
      Option.service("schedule", Schedule.class, "constant", "How the learning rate changes.");
  static final Option<Integer> EVALUATE_EVERY =
      Option.integer(
          "evaluate-every",
          1,
          Integer.MAX_VALUE,
          100,
          "After how many steps the loss on the test examples is measured.");

  static final Option<Double> SPAN =
      Option.real("span", RealRange.POSITIVE, 20, "How long orbits are followed.");
  static final Option<Integer> POINTS =
      Option.integer("points", 2, 1_000_000, 100, "At how many times they are compared.");
  static final Option<Double> STEP =
      Option.real("step", RealRange.POSITIVE, 0.02, "The longest step of the integrator.");
  static final Option<Integrator> INTEGRATOR =
      Option.choice("integrator", Integrator.RK4, "How the learned law is followed.");
  static final Option<Precision> ORBIT_PRECISION =
      Option.choice(
          "precision",
          Precision.FLOAT64,
          "The number format of the learned law while it is followed.");
  static final Option<Options> ORBITS =
      Option.section(
          "orbits",
          List.of(SPAN, POINTS, STEP, INTEGRATOR, ORBIT_PRECISION),
          "How the learned law's orbits are compared with the true ones.");

  static final Option<Double> LYAPUNOV_SPAN =
      Option.real("span", RealRange.POSITIVE, 500, "How long displacements are followed.");
  static final Option<Double> LYAPUNOV_STEP =
      Option.real("step", RealRange.POSITIVE, 0.05, "The step, of the method RK4.");
  static final Option<Options> LYAPUNOV =
      Option.of(
          "lyapunov",
          OptionTypes.section(List.of(LYAPUNOV_SPAN, LYAPUNOV_STEP)),
          null,
          "Measure the largest Lyapunov exponents of learned and true law; left out by default.");

  static final Option<String> SECTION_COORDINATE =
      Option.text("coordinate", "q1", "The coordinate that passes zero upwards.");
  static final Option<String> SECTION_HORIZONTAL =
      Option.text("horizontal", "q2", "What is drawn to the right.");
  static final Option<String> SECTION_VERTICAL =
      Option.text("vertical", "p2", "What is drawn upwards.");
  static final Option<Double> SECTION_SPAN =
      Option.real("span", RealRange.POSITIVE, 500, "How long orbits are followed.");
  static final Option<Options> POINCARE =
      Option.of(
          "poincare",
          OptionTypes.section(
              List.of(SECTION_COORDINATE, SECTION_HORIZONTAL, SECTION_VERTICAL, SECTION_SPAN)),
          null,
          "Draw Poincaré sections of learned and true law; left out by default.");

  static final List<Option<?>> ALL =
      List.of(
          STEPS,
          BATCH_SIZE,
          OPTIMIZER,
          SCHEDULE,
          LossChoice.OPTION,
          InitializerChoice.OPTION,
          EVALUATE_EVERY,
          ORBITS,
          LYAPUNOV,
          POINCARE);

  private DynamicsOptions() {}
}
