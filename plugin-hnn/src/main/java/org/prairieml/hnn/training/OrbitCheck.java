package org.prairieml.hnn.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Motion;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.api.run.RandomStreams;
import org.prairieml.api.training.TrainingTask;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.integration.Integrator;
import org.prairieml.hnn.integration.Separability;

/** Checks before the training that its orbits can be followed as asked for afterwards. */
record OrbitCheck(TrainingTask task) {

  void check() {
    Integrator integrator =
        task.options().get(DynamicsOptions.ORBITS).get(DynamicsOptions.INTEGRATOR);
    if (integrator.needsSeparable() && !isSeparable()) {
      throw PrairieException.badInput(
          "Integrator '%s' needs an energy T(p) + V(q), which this network's is not; choose 'rk4', or"
                  .formatted(DynamicsOptions.INTEGRATOR.type().write(integrator))
              + " give the network a part for each ('kind: positions', 'kind: momenta').");
    }
    task.options().find(DynamicsOptions.POINCARE).ifPresent(this::checkSection);
  }

  private boolean isSeparable() {
    int dimension = task.dataset().exampleShape().dimension(0);
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    task.network()
        .initialValues(RandomStreams.of(0))
        .forEach((name, value) -> parameters.put(name, Tensor.of(value)));
    return dimension % 2 == 0
        && Separability.holds(dimension, x -> task.network().apply(x, parameters));
  }

  private void checkSection(Options section) {
    Configured<DynamicalSystem> system = task.dataset().motion().map(Motion::system).orElseThrow();
    List<String> known = system.service().coordinates(system.options());
    Stream.of(
            DynamicsOptions.SECTION_COORDINATE,
            DynamicsOptions.SECTION_HORIZONTAL,
            DynamicsOptions.SECTION_VERTICAL)
        .map(section::get)
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(unknown -> {
          throw PrairieException.badInput(
              "Option 'poincare': system '%s' has no coordinate '%s'; it has %s."
                  .formatted(system.name(), unknown, String.join(", ", known)));
        });
  }
}
