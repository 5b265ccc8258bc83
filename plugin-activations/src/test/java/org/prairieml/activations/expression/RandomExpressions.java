package org.prairieml.activations.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.prairieml.activations.operator.Operator;
import org.prairieml.activations.operator.Operators;

/** Draws expressions of all operators, with numbers of every kind. */
public final class RandomExpressions {

  private static final double[] SPECIAL = {
    0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    1e-7,
    -1e300,
    Double.MIN_VALUE,
    1e15,
    123456789.125,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    Math.PI
  };

  private static final List<String> PARAMETERS = List.of("alpha", "beta", "a_1", "X", "withal");

  private final SplittableRandom random;
  private final boolean parameters;

  /** Creates a source of expressions, with free names or without. */
  public RandomExpressions(long seed, boolean parameters) {
    this.random = new SplittableRandom(seed);
    this.parameters = parameters;
  }

  /** Returns a tree of at most some depth. */
  public Expression next(int depth) {
    return depth <= 1 || random.nextInt(8) == 0 ? leaf() : application(depth);
  }

  private Expression application(int depth) {
    Operator operator = Operators.all().get(random.nextInt(Operators.all().size()));
    int count = Math.min(operator.most(), operator.least() + random.nextInt(3));
    List<Expression> operands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      operands.add(next(depth - 1));
    }
    return new Expression.Application(operator, operands);
  }

  private Expression leaf() {
    return switch (random.nextInt(parameters ? 4 : 3)) {
      case 0 -> new Expression.Number(SPECIAL[random.nextInt(SPECIAL.length)]);
      case 1 -> new Expression.Number(random.nextDouble() * 20 - 10);
      case 2 -> Expression.X;
      default -> new Expression.Parameter(PARAMETERS.get(random.nextInt(PARAMETERS.size())));
    };
  }
}
