package org.prairieml.hnn.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;

/** Trajectories of any system, and the tasks of the papers under their names. */
public final class TaskCatalog implements ServiceCatalog {

  /** The published evaluation: {@code rand(2) * 1.6 - 0.8}, moved away from the axes by 0.2. */
  private static final Map<String, Object> PUBLISHED_ORBITS =
      Map.of("by", "magnitude", "from", 0.2, "to", 1.0);

  /** Creates the catalog. */
  public TaskCatalog() {}

  @Override
  public List<? extends Service> services() {
    return List.of(any(), massSpring(), pendulum(), henonHeiles(), vanDerPol()).stream()
        .map(TrajectorySource::new)
        .toList();
  }

  private static TrajectorySource.Defaults any() {
    Map<String, Object> starts = Map.of("by", "radius", "from", 0.1, "to", 1.0);
    return new TrajectorySource.Defaults(
        "trajectories",
        "States along trajectories of a system, with noise, and their rates of change.",
        Optional.empty(),
        50,
        3,
        10,
        0.1,
        starts,
        starts);
  }

  /** The published {@code experiment-spring/data.py}. */
  private static TrajectorySource.Defaults massSpring() {
    return new TrajectorySource.Defaults(
        "mass-spring",
        "The published mass-spring task: 50 noisy trajectories of radius 0.1 to 1.",
        Optional.of("mass-spring"),
        50,
        3,
        10,
        0.1,
        Map.of("by", "radius", "from", 0.1, "to", 1.0),
        PUBLISHED_ORBITS);
  }

  /** The published {@code experiment-pend/data.py}. */
  private static TrajectorySource.Defaults pendulum() {
    return new TrajectorySource.Defaults(
        "pendulum",
        "The published pendulum task: 50 noisy trajectories of radius 1.3 to 2.3.",
        Optional.of("pendulum"),
        50,
        3,
        15,
        0.1,
        Map.of("by", "radius", "from", 1.3, "to", 2.3),
        PUBLISHED_ORBITS);
  }

  /** Energies from regular to chaotic motion, up to the one at which orbits can escape. */
  private static TrajectorySource.Defaults henonHeiles() {
    Map<String, Object> starts = Map.of("by", "energy", "from", 0.02, "to", 0.16);
    return new TrajectorySource.Defaults(
        "henon-heiles",
        "Hénon-Heiles orbits of energies 0.02 to 0.16, regular and chaotic, without noise.",
        Optional.of("henon-heiles"),
        100,
        20,
        5,
        0,
        starts,
        starts);
  }

  private static TrajectorySource.Defaults vanDerPol() {
    Map<String, Object> starts = Map.of("by", "radius", "from", 0.1, "to", 3.0);
    return new TrajectorySource.Defaults(
        "van-der-pol",
        "Orbits of the van der Pol oscillator on their way to its limit cycle, without noise.",
        Optional.of("van-der-pol"),
        50,
        10,
        20,
        0,
        starts,
        starts);
  }
}
