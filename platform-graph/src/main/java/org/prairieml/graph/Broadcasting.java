package org.prairieml.graph;

/** NumPy's rule for the common shape of two operands. */
final class Broadcasting {

  private Broadcasting() {}

  static Shape common(Shape a, Shape b) {
    return common("select", a, b);
  }

  static Shape common(String operation, Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    int[] dimensions = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int left = i > a.rank() ? 1 : a.dimension(-i);
      int right = i > b.rank() ? 1 : b.dimension(-i);
      if (left != right && left != 1 && right != 1) {
        throw mismatch(operation, a, b);
      }
      dimensions[rank - i] = left == 1 ? right : left;
    }
    return Shape.of(dimensions);
  }

  private static GraphException mismatch(String operation, Shape a, Shape b) {
    String scope = GraphScope.current();
    return new GraphException(
        "Op '%s'%s: shapes %s and %s do not broadcast to one."
            .formatted(operation, scope.isEmpty() ? "" : " in '" + scope + "'", a, b));
  }
}
