package org.prairieml.host.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.host.plugins.FakeDataset;

class DatasetSummaryTests {

  @Test
  void countsExamplesAndClassesAndMeasuresInputs() {
    FakeDataset source = new FakeDataset();
    DatasetSummary summary = DatasetSummary.of(source.load(Options.defaults(source.options())));

    assertThat(summary.inputShape()).isEqualTo(Shape.of(2));
    assertThat(summary.train()).isEqualTo(new SplitSummary(4, List.of(1, 3), 0, 11.5 / 8, 7));
    assertThat(summary.test())
        .isEqualTo(new SplitSummary(2, List.of(1, 1), -2, (-1 + 1e-4) / 4, 1));
  }

  @Test
  void saysNothingOfInputsThatAreNotThere() {
    Dataset dataset =
        new Dataset(
            "one",
            new Target.Values(1),
            new Dataset.Split(NdArray.vector(2), new NdArray(Shape.of(1, 1), new double[] {3})),
            new Dataset.Split(
                new NdArray(Shape.of(0), new double[0]),
                new NdArray(Shape.of(0, 1), new double[0])));

    assertThat(DatasetSummary.of(dataset).toPlain())
        .hasToString(
            "{name=one, input_shape=[], values=1,"
                + " train={examples=1, min=2.0, mean=2.0, max=2.0}, test={examples=0},"
                + " sha256=%s}",
            DatasetDigest.sha256(dataset));
  }

  /** The value is {@code hashlib.sha256(struct.pack('<4d', 1, 2, 3, 4)).hexdigest()}. */
  @Test
  void isFingerprintedByItsValuesAsNumPyWouldWriteThem() {
    Dataset dataset =
        new Dataset(
            "four",
            new Target.Values(1),
            new Dataset.Split(NdArray.vector(1), new NdArray(Shape.of(1, 1), new double[] {2})),
            new Dataset.Split(NdArray.vector(3), new NdArray(Shape.of(1, 1), new double[] {4})));

    assertThat(DatasetDigest.sha256(dataset))
        .isEqualTo("6bab56d2f81d4b5a2dbf102bf6a6ff7d5211a475fc5f97813f977e8ba714b07d");
  }
}
