package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prairieml.api.Configured;
import org.prairieml.api.PrairieException;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.data.DatasetSource;
import org.prairieml.api.data.Target;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.training.TrainingServices;
import org.prairieml.training.numpy.NpzReader;
import org.prairieml.training.numpy.NpzWriter;

/** Data sets as an experiment names them. */
class DatasetSourceTests {

  @TempDir private Path folder;

  @Test
  void mnist1dIsThePublishedDataSet() {
    Map<String, NdArray> published = NpzReader.read(Oracles.data("mnist1d.npz"));
    Dataset generated = load("mnist1d", Map.of());

    assertThat(generated.target()).isEqualTo(new Target.Classes(10));
    assertThat(generated.train().y()).isEqualTo(published.get("y"));
    assertThat(generated.test().y()).isEqualTo(published.get("y_test"));
    assertThat(largestDifference(generated.train().x(), published.get("x"))).isLessThan(1e-9);
    assertThat(largestDifference(generated.test().x(), published.get("x_test"))).isLessThan(1e-9);
  }

  private static double largestDifference(NdArray a, NdArray b) {
    assertThat(a.shape()).isEqualTo(b.shape());
    double largest = 0;
    for (int i = 0; i < a.size(); i++) {
      largest = Math.max(largest, Math.abs(a.values()[i] - b.values()[i]));
    }
    return largest;
  }

  @Test
  void npzKeepsItsOwnTestSet() {
    Path file =
        write(
            new NpzWriter()
                .floats("x", rows(1, 2, 3))
                .integers("y", NdArray.vector(0, 2, 1))
                .floats("x_test", rows(4))
                .integers("y_test", NdArray.vector(3)));
    Dataset dataset = load("npz", Map.of("file", file.toString()));

    assertThat(dataset.target()).isEqualTo(new Target.Classes(4));
    assertThat(dataset.train().x()).isEqualTo(rows(1, 2, 3));
    assertThat(dataset.test().x()).isEqualTo(rows(4));
  }

  @Test
  void npzWithoutATestSetHoldsARandomShareOut() {
    double[] numbers = DoubleStream.iterate(0, i -> i + 1).limit(10).toArray();
    Path file =
        write(
            new NpzWriter()
                .floats("x", rows(numbers))
                .floats("y", NdArray.vector(Arrays.stream(numbers).map(i -> i / 2).toArray())));
    Map<String, Object> options = Map.of("file", file.toString(), "test-share", 0.3);
    Dataset dataset = load("npz", options);

    assertThat(dataset.target()).isEqualTo(new Target.Values(1));
    assertThat(dataset.test().size()).isEqualTo(3);
    assertThat(
            DoubleStream.concat(
                Arrays.stream(dataset.train().x().values()),
                Arrays.stream(dataset.test().x().values())))
        .containsExactlyInAnyOrder(Arrays.stream(numbers).boxed().toArray(Double[]::new));
    assertThat(dataset.train().y().values()[0]).isEqualTo(dataset.train().x().values()[0] / 2);
    assertThat(load("npz", options)).isEqualTo(dataset);
    assertThat(load("npz", with(options, "seed", 1))).isNotEqualTo(dataset);
  }

  @Test
  void npzNeedsATargetPerInput() {
    Path file = write(new NpzWriter().floats("x", rows(1, 2, 3)).floats("y", NdArray.vector(1)));
    assertProblem(
        () -> load("npz", Map.of("file", file.toString())),
        "array 'x' has 3 rows, array 'y' has 1; each example needs one of each.");
  }

  @Test
  void npzNeedsItsArrays() {
    Path file = write(new NpzWriter().floats("x", rows(1)));
    assertProblem(() -> load("npz", Map.of("file", file.toString())), "has no array 'y'.");
  }

  @Test
  void csvTakesTheNamedColumnAsTarget() throws IOException {
    Path file = folder.resolve("flowers.csv");
    Files.writeString(file, "species,width\n1,0.5\n0,0.25\n1,0.125\n0,1\n1,2\n");
    Dataset dataset =
        load("csv", Map.of("file", file.toString(), "label", "species", "test-share", 0.2));

    assertThat(dataset.target()).isEqualTo(new Target.Classes(2));
    assertThat(dataset.train().x().shape()).isEqualTo(Shape.of(4, 1));
    assertThat(dataset.test().size()).isEqualTo(1);
  }

  @Test
  void csvMayHaveATestFile() throws IOException {
    Path train = folder.resolve("train.csv");
    Path test = folder.resolve("test.csv");
    Files.writeString(train, "0.5,0\n0.25,1\n");
    Files.writeString(test, "0.75,1\n");
    Dataset dataset = load("csv", Map.of("file", train.toString(), "test-file", test.toString()));
    assertThat(dataset.train().size()).isEqualTo(2);
    assertThat(dataset.test().x()).isEqualTo(rows(0.75));
  }

  @Test
  void labelsBeyondTheGivenClassesAreRefused() throws IOException {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, "0.5,0\n0.25,3\n0.125,1\n");
    assertProblem(
        () -> load("csv", Map.of("file", file.toString(), "classes", 3, "test-share", 0.0)),
        "label 3.0 is not a whole number from 0 to 2.");
  }

  @Test
  void digitsAreReadFromTheirGzippedTable() {
    Dataset digits = load("csv", Map.of("file", Oracles.data("digits.csv.gz").toString()));
    assertThat(digits.target()).isEqualTo(new Target.Classes(10));
    assertThat(digits.train().size() + digits.test().size()).isEqualTo(1797);
    assertThat(digits.exampleShape()).isEqualTo(Shape.of(64));
  }

  private static Dataset load(String source, Map<String, Object> options) {
    Configured<DatasetSource> configured =
        TrainingServices.configured(DatasetSource.class, source, options);
    return configured.service().load(configured.options());
  }

  private static Map<String, Object> with(Map<String, Object> options, String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(options);
    changed.put(key, value);
    return changed;
  }

  private static NdArray rows(double... values) {
    return new NdArray(Shape.of(values.length, 1), values);
  }

  private Path write(NpzWriter writer) {
    Path file = folder.resolve("data.npz");
    writer.writeTo(file);
    return file;
  }

  private static void assertProblem(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(PrairieException.class)
        .hasMessageContaining(message);
  }
}
