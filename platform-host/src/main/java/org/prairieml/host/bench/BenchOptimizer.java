package org.prairieml.host.bench;

import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.training.Optimizer;
import org.prairieml.training.optimizer.Adam;
import org.prairieml.training.optimizer.RmsProp;
import org.prairieml.training.optimizer.Sgd;

/** The optimizers of the workloads. */
final class BenchOptimizer {

  private BenchOptimizer() {}

  /** Returns Adam whose weight decay is an L2 penalty. */
  static Configured<Optimizer> adam(double rate, double weightDecay) {
    return configured(new Adam(), Map.of("rate", rate, "weight-decay", weightDecay));
  }

  /** Returns plain gradient descent. */
  static Configured<Optimizer> sgd(double rate) {
    return configured(new Sgd(), Map.of("rate", rate));
  }

  /** Returns RMSprop. */
  static Configured<Optimizer> rmsProp(double rate, double decay) {
    return configured(new RmsProp(), Map.of("rate", rate, "decay", decay));
  }

  private static Configured<Optimizer> configured(Optimizer service, Map<String, Object> values) {
    return new Configured<>(service, Options.of(service.options(), values));
  }
}
