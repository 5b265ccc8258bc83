package org.prairieml.hnn.integration;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.hnn.system.Symplectic;

/** Whether positions change by momenta alone and momenta by positions alone: H = T(p) + V(q). */
public final class Separability {

  private static final int SAMPLES = 4;

  private Separability() {}

  /**
   * Tries a field at random states: the derivatives that have to vanish are looked at.
   *
   * @param dimension the number of coordinates of a state, even
   * @param field gives the rates of change {@code [n, d]} of states {@code [n, d]}
   */
  public static boolean holds(int dimension, UnaryOperator<Tensor> field) {
    double[] points = new SplittableRandom(1).doubles((long) SAMPLES * dimension, -1, 1).toArray();
    Program.Builder builder = Program.builder("separability");
    Tensor x = builder.input("x", Shape.of(SAMPLES, dimension));
    Tensor rates = field.apply(x);
    // Uneven weights, so that derivatives of opposite sign do not cancel.
    Tensor weights = Tensor.iota(dimension / 2).mul(0.7).add(1);
    Tensor drifts = Symplectic.positions(rates).mul(weights).sumAll();
    Tensor kicks = Symplectic.momenta(rates).mul(weights).sumAll();
    builder.output("q by q", Symplectic.positions(Gradients.of(drifts, x)));
    builder.output("p by p", Symplectic.momenta(Gradients.of(kicks, x)));
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build()).set("x", points).run();
    return isZero(evaluator.get("q by q")) && isZero(evaluator.get("p by p"));
  }

  private static boolean isZero(NdArray values) {
    for (double value : values.values()) {
      if (Math.abs(value) > 1e-12) {
        return false;
      }
    }
    return true;
  }
}
