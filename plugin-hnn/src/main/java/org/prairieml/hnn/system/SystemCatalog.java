package org.prairieml.hnn.system;

import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.RealRange;
import org.prairieml.api.Service;
import org.prairieml.api.ServiceCatalog;
import org.prairieml.graph.Tensor;
import org.prairieml.hnn.system.HamiltonianSystem.Coordinate;

/** The systems that Prairie knows by name. */
public final class SystemCatalog implements ServiceCatalog {

  private static final String HNN =
      "Greydanus, Dzamba, Yosinski: Hamiltonian neural networks (2019)";

  private static final Option<Double> GRAVITY =
      Option.real("gravity", RealRange.POSITIVE, 9.81, "The acceleration of gravity.");

  /** Creates the catalog. */
  public SystemCatalog() {}

  @Override
  public List<? extends Service> services() {
    return List.of(
        massSpring(),
        pendulum(),
        henonHeiles(),
        twoBody(),
        doublePendulum(),
        new VanDerPol(),
        new FormulaSystem());
  }

  private static HamiltonianSystem massSpring() {
    return new HamiltonianSystem(
        "mass-spring",
        "A mass on a spring: H = q^2 + p^2.",
        HNN,
        1,
        List.of(),
        (q, p, _) -> q.at(1).square().add(p.at(1).square()));
  }

  private static HamiltonianSystem pendulum() {
    return new HamiltonianSystem(
        "pendulum",
        "An ideal pendulum: H = 3 (1 - cos q) + p^2.",
        HNN,
        1,
        List.of(),
        (q, p, _) -> q.at(1).cos().rsub(1).mul(3).add(p.at(1).square()));
  }

  private static HamiltonianSystem henonHeiles() {
    return new HamiltonianSystem(
        "henon-heiles",
        "A star in a galaxy: H = (p1^2 + p2^2 + q1^2 + q2^2)/2 + q1^2 q2 - q2^3/3.",
        "Hénon, Heiles: The applicability of the third integral of motion (1964)",
        2,
        List.of(),
        (q, p, _) -> {
          Tensor x = q.at(1);
          Tensor y = q.at(2);
          Tensor squares = kinetic(p, 2).add(x.square().add(y.square()).mul(0.5));
          return squares.add(x.square().mul(y)).sub(y.square().mul(y).div(3));
        });
  }

  private static HamiltonianSystem twoBody() {
    return new HamiltonianSystem(
        "two-body",
        "Two unit masses that attract each other in a plane, coordinates (x1, x2, y1, y2):"
            + " H = |p|^2/2 - 1/r.",
        HNN,
        4,
        List.of(),
        (q, p, _) -> {
          Tensor dx = q.at(1).sub(q.at(2));
          Tensor dy = q.at(3).sub(q.at(4));
          Tensor distance = dx.square().add(dy.square()).sqrt();
          return kinetic(p, 4).sub(distance.reciprocal());
        });
  }

  private static Tensor kinetic(Coordinate p, int degrees) {
    Tensor sum = p.at(1).square();
    for (int i = 2; i <= degrees; i++) {
      sum = sum.add(p.at(i).square());
    }
    return sum.mul(0.5);
  }

  /** Unit masses on massless rods of unit length; angles from the downward vertical. */
  private static HamiltonianSystem doublePendulum() {
    return new HamiltonianSystem(
        "double-pendulum",
        "Two unit masses on unit rods, angles from the vertical:"
            + " H = (p1^2 + 2 p2^2 - 2 p1 p2 cos(q1 - q2)) / (2 (1 + sin^2(q1 - q2)))"
            + " + g (3 - 2 cos q1 - cos q2).",
        "",
        2,
        List.of(GRAVITY),
        (q, p, options) -> {
          Tensor angle = q.at(1).sub(q.at(2));
          Tensor quadratic =
              p.at(1)
                  .square()
                  .add(p.at(2).square().mul(2))
                  .sub(p.at(1).mul(p.at(2)).mul(angle.cos()).mul(2));
          Tensor kinetic = quadratic.div(angle.sin().square().add(1).mul(2));
          Tensor height = q.at(1).cos().mul(2).add(q.at(2).cos()).rsub(3);
          return kinetic.add(height.mul(options.get(GRAVITY)));
        });
  }
}
