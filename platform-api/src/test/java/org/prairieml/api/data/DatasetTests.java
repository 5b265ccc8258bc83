package org.prairieml.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset.Split;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class DatasetTests {

  private static final Target THREE = new Target.Classes(3);
  private static final Split TRAIN = split(Shape.of(4, 5), 0, 1, 2, 0);
  private static final Split NONE = split(Shape.of(0, 5));

  private static Split split(Shape inputs, double... labels) {
    return new Split(NdArray.filled(inputs, 0.5), NdArray.vector(labels));
  }

  private static void assertProblem(Target target, Split train, Split test, String message) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new Dataset("toy", target, train, test))
        .withMessage(message)
        .returns(PrairieException.Fault.BAD_INPUT, PrairieException::fault);
  }

  @Test
  void anExamplesShapeIsThatOfTheInputsWithoutTheFirstAxis() {
    Dataset images =
        new Dataset("toy", THREE, split(Shape.of(2, 8, 8, 3), 0, 1), split(Shape.of(0, 8, 8, 3)));

    assertThat(images.exampleShape()).isEqualTo(Shape.of(8, 8, 3));
    assertThat(images.train().size()).isEqualTo(2);
    assertThat(images.test().size()).isZero();
  }

  @Test
  void aTargetSaysHowManyOutputsANetworkNeeds() {
    assertThat(THREE.outputs()).isEqualTo(3);
    assertThat(new Target.Values(2).outputs()).isEqualTo(2);
  }

  @Test
  void thereIsATrainingExample() {
    String message = "Data set 'toy': there is no training example.";

    assertProblem(THREE, NONE, NONE, message);
    assertProblem(THREE, new Split(NdArray.scalar(1), NdArray.vector(0)), NONE, message);
  }

  @Test
  void bothSplitsHaveExamplesOfOneShape() {
    assertProblem(
        THREE,
        TRAIN,
        split(Shape.of(2, 6), 0, 1),
        "Data set 'toy', split 'test': inputs should have shape [2, 5], found [2, 6].");
  }

  @Test
  void thereAreAsManyTargetsAsInputs() {
    assertProblem(
        THREE,
        split(Shape.of(4, 5), 0, 1, 2),
        NONE,
        "Data set 'toy', split 'train': targets should have shape [4], found [3].");
    assertProblem(
        new Target.Values(2),
        split(Shape.of(2, 5), 0, 1),
        NONE,
        "Data set 'toy', split 'train': targets should have shape [2, 2], found [2].");
  }

  @Test
  void labelsAreWholeNumbersInRange() {
    String rule = " is not a whole number from 0 to 2.";

    for (double label : new double[] {3, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertProblem(
          THREE,
          TRAIN,
          split(Shape.of(3, 5), 0, 2, label),
          "Data set 'toy', split 'test', row 2: label " + label + rule);
    }
  }

  @Test
  void numbersAreFinite() {
    NdArray inputs = NdArray.filled(Shape.of(4, 5), 1);
    inputs.values()[13] = Double.NaN;
    NdArray targets = NdArray.filled(Shape.of(4, 2), 1);
    targets.values()[7] = Double.NEGATIVE_INFINITY;

    assertProblem(
        THREE,
        new Split(inputs, TRAIN.y()),
        NONE,
        "Data set 'toy', split 'train', row 2: input NaN is not a finite number.");
    assertProblem(
        new Target.Values(2),
        new Split(TRAIN.x(), targets),
        new Split(NONE.x(), NdArray.filled(Shape.of(0, 2), 0)),
        "Data set 'toy', split 'train', row 3: target -Infinity is not a finite number.");
  }
}
