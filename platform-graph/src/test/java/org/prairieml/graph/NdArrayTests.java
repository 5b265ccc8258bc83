package org.prairieml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class NdArrayTests {

  private final NdArray array = new NdArray(Shape.of(3, 2), new double[] {1, 2, 3, 4, 5, 6});

  @Test
  void thereAreAsManyValuesAsTheShapeHasElements() {
    assertThatExceptionOfType(GraphException.class)
        .isThrownBy(() -> new NdArray(Shape.of(2, 2), new double[3]))
        .withMessage("Array of shape [2, 2] needs 4 values, found 3.");
    assertThatExceptionOfType(GraphException.class).isThrownBy(() -> array.reshape(Shape.of(5)));
  }

  @Test
  void scalarsVectorsAndFilledArraysAreMadeInOneCall() {
    assertThat(NdArray.scalar(4)).isEqualTo(new NdArray(Shape.SCALAR, new double[] {4}));
    assertThat(NdArray.vector(4, 5)).isEqualTo(new NdArray(Shape.of(2), new double[] {4, 5}));
    assertThat(NdArray.filled(Shape.of(1, 2), 7))
        .isEqualTo(NdArray.vector(7, 7).reshape(Shape.of(1, 2)));
  }

  @Test
  void rowsAreCopiesAlongTheFirstAxis() {
    NdArray rows = array.rows(1, 3);
    rows.values()[0] = 99;

    assertThat(rows).isEqualTo(new NdArray(Shape.of(2, 2), new double[] {99, 4, 5, 6}));
    assertThat(array.values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(array.rows(2, 2).shape()).isEqualTo(Shape.of(0, 2));
  }

  @Test
  void arraysAreEqualBitForBit() {
    NdArray other = new NdArray(Shape.of(3, 2), array.values().clone());

    assertThat(array).isEqualTo(other).hasSameHashCodeAs(other).hasToString("NdArray[3, 2]");
    assertThat(array).isNotEqualTo(array.reshape(Shape.of(6)));
    assertThat(NdArray.scalar(0.0)).isNotEqualTo(NdArray.scalar(-0.0));
    assertThat(NdArray.scalar(Double.NaN)).isEqualTo(NdArray.scalar(0.0 / 0.0));
  }
}
