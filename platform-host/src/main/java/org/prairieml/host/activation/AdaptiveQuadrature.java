package org.prairieml.host.activation;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;

/**
 * Integrals by Gauss and Kronrod's rules of 7 and 15 points, on intervals that are halved where the
 * two differ most (Piessens et al., QUADPACK, 1983, algorithm QAG).
 */
final class AdaptiveQuadrature {

  private static final double[] NODES = {
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144691693941, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0
  };
  private static final double[] KRONROD = {
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714
  };
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327
  };

  private static final double RELATIVE = 1e-13;
  private static final double ABSOLUTE = 1e-15;
  private static final int MOST_INTERVALS = 2_000;

  /** As many pieces to begin with, so that no narrow part is overlooked. */
  private static final int FIRST_INTERVALS = 37;

  private AdaptiveQuadrature() {}

  private record Piece(double from, double to, double integral, double error) {}

  /**
   * Returns the integral of a function; NaN if it does not converge.
   *
   * @param f values at points; it may change and return the array it is given
   */
  static double integral(UnaryOperator<double[]> f, double from, double to) {
    PriorityQueue<Piece> pieces =
        new PriorityQueue<>(Comparator.comparingDouble(Piece::error).reversed());
    for (int i = 0; i < FIRST_INTERVALS; i++) {
      double width = (to - from) / FIRST_INTERVALS;
      pieces.add(piece(f, from + i * width, from + (i + 1) * width));
    }
    while (pieces.size() < MOST_INTERVALS) {
      double integral = sum(pieces);
      double error = pieces.stream().mapToDouble(Piece::error).sum();
      if (Double.isNaN(integral) || error <= Math.max(ABSOLUTE, RELATIVE * Math.abs(integral))) {
        return integral;
      }
      Piece worst = pieces.poll();
      double middle = (worst.from + worst.to) / 2;
      if (middle <= worst.from || middle >= worst.to) {
        return Double.NaN;
      }
      pieces.add(piece(f, worst.from, middle));
      pieces.add(piece(f, middle, worst.to));
    }
    double integral = sum(pieces);
    double error = pieces.stream().mapToDouble(Piece::error).sum();
    return error <= 1e-9 * Math.max(1, Math.abs(integral)) ? integral : Double.NaN;
  }

  private static double sum(Iterable<Piece> pieces) {
    double sum = 0;
    for (Piece piece : pieces) {
      sum += piece.integral;
    }
    return sum;
  }

  private static Piece piece(UnaryOperator<double[]> f, double from, double to) {
    double center = (from + to) / 2;
    double half = (to - from) / 2;
    double[] points = new double[2 * NODES.length - 1];
    for (int i = 0; i < points.length; i++) {
      int node = Math.min(i, points.length - 1 - i);
      points[i] = center + (i < NODES.length - 1 ? -half : half) * NODES[node];
    }
    double[] values = f.apply(points);
    double fine = 0;
    double coarse = 0;
    for (int i = 0; i < values.length; i++) {
      int node = Math.min(i, values.length - 1 - i);
      fine += KRONROD[node] * values[i];
      coarse += node % 2 == 1 ? GAUSS[node / 2] * values[i] : 0;
    }
    return new Piece(from, to, fine * half, Math.abs(fine - coarse) * half);
  }
}
