package org.prairieml.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.graph.Shape;

class ElementsTests {

  private static double[] read(Elements elements) {
    double[] values = new double[elements.size()];
    elements.read(0, values);
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void startsAtZeroWithRoomForAVectorBehindTheEnd(NumberFormat format) {
    Elements elements = Elements.allocate(format, 5);
    assertThat(read(elements)).containsExactly(0, 0, 0, 0, 0);
    assertThat(java.lang.reflect.Array.getLength(elements.array())).isEqualTo(5 + Elements.SLACK);
  }

  @ParameterizedTest
  @EnumSource
  void aLineBeginsAtTheStartBehindAHeaderOfSixteenBytes(NumberFormat format) {
    assertThat((16 + Elements.start(format) * format.bits() / 8) % 64).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aBlockOfItsOwnBeginsAtTheStart(NumberFormat format) {
    Block block = Block.allocate(format, Shape.of(2, 3));
    assertThat(block.offset()).isEqualTo(Elements.start(format));
    assertThat(block.elements().size()).isEqualTo(block.offset() + 6);
  }

  @ParameterizedTest
  @EnumSource
  void roundsWhatIsWritten(NumberFormat format) {
    Elements elements = Elements.allocate(format, 2);
    elements.write(1, new double[] {0.1});
    assertThat(elements.get(1)).isEqualTo(format.round(0.1));
  }

  @ParameterizedTest
  @EnumSource
  void fillsARange(NumberFormat format) {
    Elements elements = Elements.allocate(format, 5);
    elements.fill(1, 3, 7);
    assertThat(read(elements)).containsExactly(0, 7, 7, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void copiesWithinItselfEvenWhereRangesOverlap(NumberFormat format) {
    Elements elements = Elements.allocate(format, 5);
    elements.write(0, new double[] {1, 2, 3, 4, 5});
    elements.copyTo(0, elements, 1, 4);
    assertThat(read(elements)).containsExactly(1, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void aSegmentIsTheMemoryItself(NumberFormat format) {
    Elements elements = Elements.allocate(format, 5);
    elements.segment(2, 2).fill((byte) 0xff);
    assertThat(read(elements)).containsExactly(0, 0, Double.NaN, Double.NaN, 0);
  }
}
