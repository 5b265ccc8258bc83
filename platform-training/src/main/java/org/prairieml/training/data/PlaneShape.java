package org.prairieml.training.data;

import java.util.random.RandomGenerator;

/** Two classes in the plane, one kind each; without noise all lie within [-1, 1] or near it. */
enum PlaneShape {
  /** Two round clouds around (-0.6, -0.6) and (0.6, 0.6). */
  BLOBS {
    @Override
    double[] point(int label, RandomGenerator random) {
      double center = label == 0 ? -0.6 : 0.6;
      return new double[] {
        center + 0.2 * random.nextGaussian(), center + 0.2 * random.nextGaussian()
      };
    }
  },
  /** Four round clouds at the corners of a square, opposite ones of one class. */
  XOR {
    @Override
    double[] point(int label, RandomGenerator random) {
      double side = random.nextBoolean() ? 0.6 : -0.6;
      double other = label == 0 ? side : -side;
      return new double[] {side + 0.2 * random.nextGaussian(), other + 0.2 * random.nextGaussian()};
    }
  },
  /** Two half circles that reach into each other. */
  MOONS {
    @Override
    double[] point(int label, RandomGenerator random) {
      double angle = Math.PI * random.nextDouble();
      double sign = label == 0 ? 1 : -1;
      return new double[] {
        sign * (0.6 * Math.cos(angle) - 0.3), sign * (0.6 * Math.sin(angle) - 0.15)
      };
    }
  },
  /** A circle within a circle, of radius 0.4 and 0.8. */
  CIRCLES {
    @Override
    double[] point(int label, RandomGenerator random) {
      return polar(label == 0 ? 0.4 : 0.8, 2 * Math.PI * random.nextDouble());
    }
  },
  /** A disk of radius 0.3, and a ring around it from 0.5 to 0.9. */
  DISK {
    @Override
    double[] point(int label, RandomGenerator random) {
      double inner = label == 0 ? 0 : 0.5;
      double outer = label == 0 ? 0.3 : 0.9;
      double square = inner * inner + (outer * outer - inner * inner) * random.nextDouble();
      return polar(Math.sqrt(square), 2 * Math.PI * random.nextDouble());
    }
  },
  /** Two spirals of one turn each. */
  SPIRALS {
    @Override
    double[] point(int label, RandomGenerator random) {
      double way = Math.sqrt(random.nextDouble());
      return polar(0.9 * way, 2 * Math.PI * way + Math.PI * label);
    }
  },
  /** The squares of a board of four by four, in turn. */
  CHECKERBOARD {
    @Override
    double[] point(int label, RandomGenerator random) {
      int column = random.nextInt(4);
      int row = 2 * random.nextInt(2) + (column + label) % 2;
      return new double[] {
        (column + random.nextDouble()) / 2 - 1, (row + random.nextDouble()) / 2 - 1
      };
    }
  },
  /** Above and below a sine of one and a half periods. */
  WAVE {
    @Override
    double[] point(int label, RandomGenerator random) {
      double x = 2 * random.nextDouble() - 1;
      double boundary = 0.5 * Math.sin(1.5 * Math.PI * x);
      double far = 0.05 + 0.4 * random.nextDouble();
      return new double[] {x, label == 0 ? boundary - far : boundary + far};
    }
  };

  /** Returns a point of a class, 0 or 1. */
  abstract double[] point(int label, RandomGenerator random);

  private static double[] polar(double radius, double angle) {
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
  }
}
