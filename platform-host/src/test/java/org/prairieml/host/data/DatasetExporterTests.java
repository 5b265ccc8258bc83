package org.prairieml.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.Target;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.training.numpy.NpzReader;

class DatasetExporterTests {

  private static final NdArray X = new NdArray(Shape.of(2, 1, 2), new double[] {0.1, 1e-9, -3, 4});
  private static final NdArray X_TEST = new NdArray(Shape.of(1, 1, 2), new double[] {5, 6});

  @TempDir private Path folder;

  @Test
  void writesNpzThatReadsBackTheSame() {
    Path file = folder.resolve("data.npz");

    assertThat(new DatasetExporter(classes()).writeTo(file)).containsExactly(file);

    assertThat(NpzReader.read(file, List.of("x", "y", "x_test", "y_test")))
        .isEqualTo(
            Map.of(
                "x", X, "y", NdArray.vector(1, 0), "x_test", X_TEST, "y_test", NdArray.vector(1)));
  }

  @Test
  void writesCsvWithTheTestExamplesBesideIt() {
    Path file = folder.resolve("data.csv");
    Path test = folder.resolve("data-test.csv");

    assertThat(new DatasetExporter(classes()).writeTo(file)).containsExactly(file, test);

    assertThat(file).hasContent("x0,x1,y\n0.1,1.0E-9,1\n-3.0,4.0,0\n");
    assertThat(test).hasContent("x0,x1,y\n5.0,6.0,1\n");
  }

  @Test
  void writesNoTestFileWithoutTestExamples() {
    Dataset dataset =
        new Dataset(
            "values",
            new Target.Values(2),
            new Dataset.Split(X, new NdArray(Shape.of(2, 2), new double[] {1, 2, 3, 4})),
            new Dataset.Split(
                new NdArray(Shape.of(0, 1, 2), new double[0]),
                new NdArray(Shape.of(0, 2), new double[0])));
    Path file = folder.resolve("data.csv");

    assertThat(new DatasetExporter(dataset).writeTo(file)).containsExactly(file);
    assertThat(file).hasContent("x0,x1,y0,y1\n0.1,1.0E-9,1.0,2.0\n-3.0,4.0,3.0,4.0\n");
  }

  @Test
  void saysWhyAFileCannotBeWritten() {
    Path file = folder.resolve("nowhere").resolve("data.csv");

    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new DatasetExporter(classes()).writeTo(file))
        .withMessage("File '%s': cannot be written (there is no such folder).", file);
  }

  private static Dataset classes() {
    return new Dataset(
        "classes",
        new Target.Classes(2),
        new Dataset.Split(X, NdArray.vector(1, 0)),
        new Dataset.Split(X_TEST, NdArray.vector(1)));
  }
}
