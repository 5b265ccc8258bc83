package org.prairieml.host.experiment;

import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.Services;
import org.prairieml.api.engine.Engine;

/**
 * The engine and the number format of an experiment that does not name them.
 *
 * @param options the experiment's options, both among them
 * @param remark what the user should know about the choice
 */
record EngineChoice(Options options, Optional<String> remark) {

  private static final String PREFERRED = "vector";
  private static final String FALLBACK = "reference";

  /** Completes an experiment's options. */
  static EngineChoice of(Options options, Services services) {
    Optional<String> hindrance =
        options.find(ExperimentSchema.ENGINE).isPresent() ? Optional.empty() : hindrance(services);
    String name = hindrance.isPresent() ? FALLBACK : PREFERRED;
    Configured<Engine> engine =
        options
            .find(ExperimentSchema.ENGINE)
            .orElseGet(() -> Configured.of(services.find(Engine.class, name)));
    Options complete =
        options
            .with(ExperimentSchema.ENGINE, engine)
            .with(
                ExperimentSchema.PRECISION,
                options
                    .find(ExperimentSchema.PRECISION)
                    .orElseGet(() -> engine.service().precisions().getFirst()));
    return new EngineChoice(complete, hindrance.map(EngineChoice::remark));
  }

  private static Optional<String> hindrance(Services services) {
    return services.all(Engine.class).stream()
        .filter(engine -> engine.name().equals(PREFERRED))
        .findFirst()
        .map(Engine::hindrance)
        .orElse(Optional.of("Engine '" + PREFERRED + "' is not installed."));
  }

  private static String remark(String hindrance) {
    return hindrance + " Running on engine '" + FALLBACK + "' instead, many times slower.";
  }
}
