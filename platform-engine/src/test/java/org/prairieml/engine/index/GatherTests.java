package org.prairieml.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.memory.Elements;
import org.prairieml.fixtures.RandomCases;

/** The plain loop and the generated class of a gather copy the same elements, and no others. */
@Tag("widths")
class GatherTests {

  private static final double UNTOUCHED = -7;

  static Stream<Long> seeds() {
    return RandomCases.seeds(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothCopyTheSame(long seed) {
    for (NumberFormat format : NumberFormat.values()) {
      check(new SplittableRandom(seed), format);
    }
  }

  private static void check(SplittableRandom random, NumberFormat format) {
    int from = random.nextInt(4);
    int to = 1 + random.nextInt(4);
    int count = 1 + random.nextInt(30);
    Elements values = Elements.allocate(format, from + count);
    values.write(0, random.doubles(values.size(), -1, 1).toArray());
    int[] positions = random.ints(random.nextInt(80), 0, count).toArray();
    int first = random.nextInt(positions.length + 1);
    int last = first + random.nextInt(positions.length - first + 1);
    Elements plain = filled(format, to + positions.length + 1);
    Elements compiled = filled(format, to + positions.length + 1);

    SliceLoops.LOOPS
        .of(format)
        .gather(positions, first, last, values.array(), from, plain.array(), to);
    GatherEmitter.compile(format)
        .run(positions, first, last, values.array(), from, compiled.array(), to);

    for (int i = -1; i <= positions.length; i++) {
      boolean copied = first <= i && i < last;
      assertThat(compiled.get(to + i))
          .as("%s, %d from %d to %d", format, i, first, last)
          .isEqualTo(copied ? values.get(from + positions[i]) : UNTOUCHED)
          .isEqualTo(plain.get(to + i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsNothingOutsideOfTheArray(NumberFormat format) {
    Elements values = Elements.allocate(format, 5);
    Elements target = Elements.allocate(format, 40);
    int[] positions = new int[40];
    positions[17] = 5 + Elements.SLACK;

    assertThatThrownBy(() ->
            GatherEmitter.compile(format)
                .run(positions, 0, 40, values.array(), 0, target.array(), 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Elements filled(NumberFormat format, int size) {
    Elements elements = Elements.allocate(format, size);
    elements.fill(0, size, UNTOUCHED);
    return elements;
  }
}
