package org.prairieml.training.layer;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionType;

/**
 * What stands before and after the elements of spatial axes, in an experiment {@code valid}, {@code
 * same}, or amounts that are put on both sides.
 */
sealed interface Padding {

  /** The option of layers that slide something over space. */
  Option<Padding> OPTION =
      Option.of(
          "padding",
          new Type(),
          "valid",
          "What stands around the input: valid is nothing; same makes stride 1 keep the size.");

  /**
   * As much as makes {@code ceil(n / stride)} places of n elements; where that is an odd number,
   * the end gets one more, as in TensorFlow and PyTorch.
   */
  record Same() implements Padding {}

  /**
   * Given amounts.
   *
   * @param amounts as much before as after
   */
  record Both(AxisAmounts amounts) implements Padding {}

  /**
   * Amounts per axis.
   *
   * @param before those before the first element
   * @param after those after the last one
   */
  record Sides(List<Integer> before, List<Integer> after) {}

  /**
   * Returns the amounts for an input.
   *
   * @param reach over how many elements the kernel or window reaches, per axis
   * @param stride the distance of its places, per axis
   */
  default Sides around(SpatialInput input, List<Integer> reach, List<Integer> stride) {
    return switch (this) {
      case Both(AxisAmounts amounts) -> {
        List<Integer> both = amounts.along(OPTION, input.axes());
        yield new Sides(both, both);
      }
      case Same _ -> same(input, reach, stride);
    };
  }

  private static Sides same(SpatialInput input, List<Integer> reach, List<Integer> stride) {
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int axis = 0; axis < input.axes(); axis++) {
      int n = input.size(axis);
      int places = Math.ceilDiv(n, stride.get(axis));
      int total = Math.max(0, (places - 1) * stride.get(axis) + reach.get(axis) - n);
      before.add(total / 2);
      after.add(total - total / 2);
    }
    return new Sides(before, after);
  }

  /** Reads and writes padding. */
  final class Type implements OptionType<Padding> {

    private static final String SAME = "same";
    private static final String VALID = "valid";
    private static final OptionType<AxisAmounts> AMOUNTS = AxisAmounts.type(0);
    private static final Both NONE = new Both(new AxisAmounts(List.of(0)));

    @Override
    public String description() {
      return "valid, same, " + AMOUNTS.description();
    }

    @Override
    public Padding read(Object plain, OptionReader reader) {
      if (plain instanceof Number || plain instanceof List<?>) {
        return new Both(AMOUNTS.read(plain, reader));
      }
      return switch (String.valueOf(plain)) {
        case VALID -> NONE;
        case SAME -> new Same();
        default ->
            throw reader.problem(
                "expected " + description() + ", found " + OptionReader.show(plain) + ".");
      };
    }

    @Override
    public Object write(Padding value) {
      return switch (value) {
        case Same _ -> SAME;
        case Both both when both.equals(NONE) -> VALID;
        case Both both -> AMOUNTS.write(both.amounts());
      };
    }
  }
}
