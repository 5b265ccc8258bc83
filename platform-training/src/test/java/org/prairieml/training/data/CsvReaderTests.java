package org.prairieml.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.PrairieException;
import org.prairieml.fixtures.Oracles;
import org.prairieml.fixtures.RandomCases;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class CsvReaderTests {

  private static final LabeledTable TABLE =
      new LabeledTable(
          new NdArray(Shape.of(2, 2), new double[] {1, 2.5, -3e-2, .5}), NdArray.vector(0, 1));

  @TempDir private Path folder;

  @Test
  void readsTheDigitsOfScikitLearn() {
    LabeledTable digits = new CsvReader().read(Oracles.data("digits.csv.gz"));

    assertThat(digits.x().shape()).isEqualTo(Shape.of(1797, 64));
    assertThat(Arrays.stream(digits.x().values()).summaryStatistics())
        .satisfies(s -> assertThat(s.getMin()).isZero())
        .satisfies(s -> assertThat(s.getMax()).isEqualTo(16));
    assertThat(digits.x().rows(0, 1).values()).startsWith(0, 0, 5, 13, 9, 1, 0, 0);
    assertThat(digits.y().values()).startsWith(0, 1, 2, 3).endsWith(8, 9, 8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2.5,0\n-3e-2,.5,1\n",
        "1,2.5,0\n-3e-2,.5,1",
        "1;2.5;0\n-3e-2;.5;1\n",
        "1\t2.5\t0\n-3e-2\t.5\t1\n",
        "1,2.5,0\r\n-3e-2,.5,1\r\n",
        "\ufeff1,2.5,0\n-3e-2,.5,1\n",
        "\ufeff\n 1 , 2.5 , 0 \n\n-3e-2, .5, 1\n \n",
        "\"1\",\"2.5\",\"0\"\n-0.03,+0.5,1.0\n",
        "width,height,class\n1,2.5,0\n-3e-2,.5,1\n",
        "\ufeff\"a\";\"b, \"\"c\"\"\";label\n1;2.5;0\n-3e-2;.5;1\n",
        "0,1,label\n1,2.5,0\n-3e-2,.5,1\n",
      })
  void readsEveryDialect(String text) {
    assertThat(new CsvReader().read(file(text))).isEqualTo(TABLE);
  }

  @Test
  void tellsGzipByContentNotByName() throws IOException {
    Path zipped = Files.write(folder.resolve("table.csv"), gzip("1,2.5,0\n-3e-2,.5,1\n"));
    Path plain = Files.writeString(folder.resolve("table.csv.gz"), "1,2.5,0\n-3e-2,.5,1\n");

    assertThat(new CsvReader().read(zipped)).isEqualTo(TABLE);
    assertThat(new CsvReader().read(plain)).isEqualTo(TABLE);
  }

  @Test
  void takesLabelsFromAnyColumn() {
    Path file = file("class,a,b\n0,1,2.5\n1,-.03,.5\n");

    assertThat(new CsvReader(new LabelColumn.Named("class")).read(file)).isEqualTo(TABLE);
    assertThat(new CsvReader(new LabelColumn.At(0)).read(file)).isEqualTo(TABLE);
    assertThat(new CsvReader(new LabelColumn.At(-3)).read(file)).isEqualTo(TABLE);
    assertThat(new CsvReader(new LabelColumn.Named("a")).read(file).y())
        .isEqualTo(NdArray.vector(1, -.03));
  }

  @Test
  void namesTheLabelColumnThatIsMissing() {
    assertRefused("a,b\n1,2\n", new LabelColumn.Named("class"))
        .withMessageEndingWith("line 1: expected a label column named 'class', found [a, b].");
    assertRefused("1,2\n", new LabelColumn.Named("class"))
        .withMessageEndingWith("found 2 columns without a header.");
    assertRefused("1,2\n", new LabelColumn.At(2))
        .withMessageContaining("expected a label column at index 2, found 2 columns");
  }

  @Test
  void namesTheLineThatIsLongerOrShorter() {
    assertRefused("1,2,3\n\n1,2\n").withMessageEndingWith(", line 3: expected 3 columns, found 2.");
    assertRefused("1,2,3\n1,\"2,3\n").withMessageEndingWith("found 2.");
    assertRefused("a,b,c\n1,2,3,4\n")
        .withMessageEndingWith(", line 2: expected 3 columns, found 4.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "nan", "NaN", "-inf", "?", "0x10", "1d", "1e999", "1.2.3", "one", "1\"\"", "1 2"
      })
  void namesTheCellThatIsNoNumber(String cell) {
    assertRefused("1,2,0\n3," + cell + ",1\n")
        .withMessageContaining("line 2, column 2: expected a finite number, found ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nan", "NA", "?", "-Infinity", "1e999"})
  void doesNotMistakeALackingValueForAHeader(String cell) {
    assertRefused("1," + cell + ",0\n3,4,1\n").withMessageContaining("line 1, column 2");
  }

  @Test
  void saysHowToWriteLabels() {
    assertRefused("width,species\n5.1,setosa\n")
        .withMessageEndingWith("found 'setosa'. Write classes as 0, 1, 2.");
  }

  @Test
  void refusesFilesWithoutRows() {
    assertRefused("").withMessageEndingWith("': is empty, expected rows of numbers.");
    assertRefused("\n \n").withMessageContaining("is empty");
    assertRefused("a,b\n").withMessageContaining("found 0");
    assertRefused("1\n2\n").withMessageContaining("found 1 column");
  }

  @Test
  void refusesAFileThatIsNoText() {
    assertRefused("\0".repeat(1 << 25))
        .withMessageContaining("lines of at most 16777216 characters");
    assertRefused("PK\3\4\0\n\1,\n").withMessageMatching("\\P{Cntrl}+");
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new CsvReader().read(folder.resolve("missing.csv")))
        .withMessageEndingWith("missing.csv': does not exist.");
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new CsvReader().read(folder))
        .withMessageContaining("cannot be read");
  }

  @Test
  void refusesGzipCutOffAnywhere() throws IOException {
    byte[] whole = gzip("1,2,0\n3,4,1\n".repeat(50));
    Path file = folder.resolve("cut.csv.gz");

    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(PrairieException.class)
          .isThrownBy(() -> new CsvReader().read(file))
          .withMessageStartingWith("File '" + file + "'");
    }
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new CsvReader().read(file))
        .withMessageEndingWith(": the gzip data end too early. Fetch or write the file again.");
  }

  /** Whatever the damage, the answer is the table or one complaint. */
  @ParameterizedTest
  @MethodSource("seeds")
  void survivesDamagedGzip(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = gzip("1,2.5,0\n-3e-2,.5,1\n");
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    Path file = Files.write(folder.resolve("damaged.csv.gz"), bytes);

    try {
      assertThat(new CsvReader().read(file)).isEqualTo(TABLE);
    } catch (PrairieException e) {
      assertThat(e).hasMessageStartingWith("File '");
    }
  }

  static Stream<Long> seeds() {
    return RandomCases.seeds(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsBackEveryNumber(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] row = random.longs(4).mapToDouble(Double::longBitsToDouble).toArray();
    Arrays.setAll(row, i -> Double.isFinite(row[i]) ? row[i] : i);

    String line = "%s,%s,%s,%s\n".formatted(row[0], row[1], row[2], row[3]);
    LabeledTable table = new CsvReader().read(file(line));

    assertThat(table.x().values()).containsExactly(row[0], row[1], row[2]);
    assertThat(table.y().values()).containsExactly(row[3]);
  }

  private Path file(String text) {
    try {
      return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes());
    }
    return bytes.toByteArray();
  }

  private ThrowableAssertAlternative<PrairieException> assertRefused(String text) {
    return assertRefused(text, LabelColumn.last());
  }

  private ThrowableAssertAlternative<PrairieException> assertRefused(
      String text, LabelColumn labelColumn) {
    Path file = file(text);
    return assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> new CsvReader(labelColumn).read(file))
        .withMessageStartingWith("File '" + file + "'");
  }
}
