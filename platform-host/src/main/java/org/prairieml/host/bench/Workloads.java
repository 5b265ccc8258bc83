package org.prairieml.host.bench;

import java.util.List;
import org.prairieml.api.NearestName;
import org.prairieml.api.PrairieException;

/** The standard workloads, at their standard sizes. */
public final class Workloads {

  private static final List<Workload> ALL =
      List.of(
          new ClassifierWorkload(40, 100, 10, 100),
          InnerLoopWorkload.twoKinds(40, 100, 10, 50, new InnerLoopWorkload.Sizes(100, 10, 10, 10)),
          InnerLoopWorkload.bentElu(
              40, 128, 10, 100, new InnerLoopWorkload.Sizes(100, 40, 301, 200)),
          new HamiltonianWorkload(200, 128),
          new HamiltonianWorkload(200, 512),
          new MatrixProductWorkload(1024),
          new ConvolutionWorkload(32, 32, 96));

  private Workloads() {}

  /** Returns all of them. */
  public static List<Workload> all() {
    return ALL;
  }

  /** Returns the names of all. */
  public static List<String> names() {
    return ALL.stream().map(Workload::name).toList();
  }

  /**
   * Returns the one with a name.
   *
   * @throws PrairieException bad input, if there is none; the message names the nearest
   */
  public static Workload find(String name) {
    return ALL.stream()
        .filter(workload -> workload.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            PrairieException.badInput(
                "There is no workload '" + name + "'" + NearestName.hint(name, names())));
  }
}
