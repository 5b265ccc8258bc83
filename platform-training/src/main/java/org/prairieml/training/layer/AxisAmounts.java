package org.prairieml.training.layer;

import java.util.Collections;
import java.util.List;
import org.prairieml.api.Option;
import org.prairieml.api.OptionReader;
import org.prairieml.api.OptionType;
import org.prairieml.api.OptionTypes;
import org.prairieml.graph.GraphException;

/**
 * Amounts along spatial axes, in an experiment {@code 3} for all axes, or {@code [3, 5]}.
 *
 * @param values one for all axes, or one per axis
 */
record AxisAmounts(List<Integer> values) {

  /** So the reach of a dilated kernel, a product of two amounts, is an {@code int}. */
  private static final int MOST = 32_767;

  /** Returns the type of options whose amounts are not below the least. */
  static OptionType<AxisAmounts> type(int least) {
    OptionType<Integer> amount = OptionTypes.integer(least, MOST);
    return new OptionType<>() {
      @Override
      public String description() {
        return amount.description() + ", or a list of one per spatial axis";
      }

      @Override
      public AxisAmounts read(Object plain, OptionReader reader) {
        if (plain instanceof Number) {
          return new AxisAmounts(List.of(amount.read(plain, reader)));
        }
        if (!(plain instanceof List<?> list) || list.isEmpty()) {
          throw reader.problem(
              "expected " + description() + ", found " + OptionReader.show(plain) + ".");
        }
        return new AxisAmounts(OptionTypes.list(amount).read(plain, reader));
      }

      @Override
      public Object write(AxisAmounts value) {
        return value.values.size() == 1 ? value.values.getFirst() : value.values;
      }
    };
  }

  /**
   * Returns one amount per axis.
   *
   * @param option what messages call the amounts
   * @throws GraphException if there are neither one nor as many as axes
   */
  List<Integer> along(Option<?> option, int axes) {
    if (values.size() != 1 && values.size() != axes) {
      throw new GraphException(
          "'%s' has %d amounts, but the input has %d spatial axes; give one amount for all, or one per axis"
              .formatted(option, values.size(), axes));
    }
    return values.size() == axes ? values : Collections.nCopies(axes, values.getFirst());
  }
}
