package org.prairieml.api.network;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.prairieml.graph.GraphException;

/** Divides whole neurons among kinds in given proportions. */
public final class Apportionment {

  private Apportionment() {}

  /**
   * Returns how many neurons each kind gets, by Hamilton's method of largest remainders; ties go to
   * the earlier kind. The counts add up to {@code neurons}.
   *
   * @param shares positive weights, one per kind
   * @throws GraphException if a kind would get no neuron
   */
  public static int[] largestRemainder(int neurons, double... shares) {
    // Decimal and without a rounded division, so that shares that tie on paper tie here.
    BigDecimal[] weights =
        Arrays.stream(shares).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    BigDecimal total = Arrays.stream(weights).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal[][] quotas =
        Arrays.stream(weights)
            .map(weight -> weight.multiply(BigDecimal.valueOf(neurons)).divideAndRemainder(total))
            .toArray(BigDecimal[][]::new);
    int[] counts = Arrays.stream(quotas).mapToInt(quota -> quota[0].intValue()).toArray();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> quotas[i][1]).reversed())
        .limit(neurons - Arrays.stream(counts).sum())
        .forEach(i -> counts[i]++);
    if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
      throw new GraphException(
          "%d neurons in shares %s leave a kind without any"
              .formatted(neurons, Arrays.toString(shares)));
    }
    return counts;
  }
}
