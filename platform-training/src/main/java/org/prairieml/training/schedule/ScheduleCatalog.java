package org.prairieml.training.schedule;

import java.util.List;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;

/** The schedules. */
public final class ScheduleCatalog implements ServiceCatalog {

  /** Creates the provider. */
  public ScheduleCatalog() {}

  @Override
  public List<? extends Service> services() {
    return List.of(
        new ConstantSchedule(),
        new StepDecay(),
        new MultiStep(),
        new ExponentialDecay(),
        new Warmup("warmup-linear", "falls linearly to 0", Warmup::linear),
        new Warmup("warmup-cosine", "falls to 0 along half a cosine", Warmup::cosine));
  }
}
