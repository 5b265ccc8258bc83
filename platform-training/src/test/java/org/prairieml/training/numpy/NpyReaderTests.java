package org.prairieml.training.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

class NpyReaderTests {

  private static final byte[] NO_ELEMENTS = {};

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "|b1, 000102, '0, 1, 1'",
    "|i1, 7fff80, '127, -1, -128'",
    "|u1, 00ff80, '0, 255, 128'",
    "<i2, 01000080, '1, -32768'",
    ">i2, 00018000, '1, -32768'",
    ">u2, 0001ffff, '1, 65535'",
    "<i4, 01000000ffffffff, '1, -1'",
    ">u4, 00000001ffffffff, '1, 4294967295'",
    "<i8, ffffffffffffffff, -1",
    "<i8, ffffffffffff1f00, 9007199254740991",
    ">u8, 001fffffffffffff, 9007199254740991",
    "<f2, 003c00fc, '1, -Infinity'",
    ">f4, 3fc00000ff800000, '1.5, -Infinity'",
    "<f4, 0000c03f, 1.5",
    "<f8, 000000000000f83f, 1.5",
    ">f8, 3ff80000000000007ff8000000000000, '1.5, NaN'"
  })
  void readsEveryElementType(String descr, String hex, String expected) {
    double[] numbers =
        Arrays.stream(expected.split(", ")).mapToDouble(Double::parseDouble).toArray();
    String header = NpyFile.header(descr, false, "(" + numbers.length + ",)");

    NdArray array = read(NpyFile.bytes(1, header, HexFormat.of().parseHex(hex)));

    assertThat(array).isEqualTo(NdArray.vector(numbers));
  }

  @Test
  void readsBigEndianFortranOrder() {
    byte[] columnByColumn = {0, 1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6};

    NdArray array = read(NpyFile.bytes(1, NpyFile.header(">i2", true, "(2, 3)"), columnByColumn));

    assertThat(array).isEqualTo(new NdArray(Shape.of(2, 3), new double[] {1, 2, 3, 4, 5, 6}));
  }

  @Test
  void readsFortranOrderOfThreeAxes() {
    byte[] stored = new byte[24];
    for (int i = 0; i < 24; i++) {
      // The element at [a, b, c] holds its own row-major position.
      stored[i] = (byte) (12 * (i % 2) + 4 * (i / 2 % 3) + i / 6);
    }

    NdArray array = read(NpyFile.bytes(1, NpyFile.header("|u1", true, "(2, 3, 4)"), stored));

    assertThat(array.shape()).isEqualTo(Shape.of(2, 3, 4));
    assertThat(array.values()).isSorted().startsWith(0, 1).endsWith(23);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsVersions(int version) {
    byte[] file = NpyFile.bytes(version, NpyFile.header("|u1", false, "(2,)"), new byte[] {4, 5});

    assertThat(read(file)).isEqualTo(NdArray.vector(4, 5));
  }

  @Test
  void readsAScalar() {
    assertThat(read(NpyFile.bytes(1, NpyFile.header("|u1", false, "()"), new byte[] {9})))
        .isEqualTo(NdArray.scalar(9));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsAnArrayWithoutElements(boolean fortranOrder) {
    byte[] file = NpyFile.bytes(1, NpyFile.header("<f8", fortranOrder, "(3, 0, 2)"), NO_ELEMENTS);

    assertThat(read(file).shape()).isEqualTo(Shape.of(3, 0, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"shape\":(2L,),\"fortran_order\":False,\"descr\":\"|u1\"}",
        "  { 'descr' : '|u1' , 'shape' : ( 2 , ) , 'fortran_order' : False , }  \n",
      })
  void readsHeadersAsOtherProgramsWriteThem(String header) {
    assertThat(read(NpyFile.bytes(1, header, new byte[] {4, 5}))).isEqualTo(NdArray.vector(4, 5));
  }

  @Test
  void readsMoreElementsThanOneChunk() {
    int n = 100_001;
    ByteBuffer elements = ByteBuffer.allocate(n * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < n; i++) {
      elements.putInt(i);
    }

    NdArray array =
        read(NpyFile.bytes(1, NpyFile.header("<i4", false, "(" + n + ",)"), elements.array()));

    assertThat(array.values()).hasSize(n).isSorted().endsWith(n - 1);
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatIsNoArrayOfNumbers(String header, String complaint) {
    assertRefused(NpyFile.bytes(1, header, new byte[16])).withMessageContaining(complaint);
  }

  static Stream<Arguments> refusesWhatIsNoArrayOfNumbers() {
    return Stream.of(
        arguments(NpyFile.header("|O", false, "(2,)"), "found pickled Python objects"),
        arguments(NpyFile.header("<U4", false, "(1,)"), "found '<U4'"),
        arguments(NpyFile.header("<c16", false, "(1,)"), "found '<c16'"),
        arguments(NpyFile.header("|f8", false, "(2,)"), "found '|f8'"),
        arguments(NpyFile.header("", false, "(2,)"), "found ''"),
        arguments("{'descr': [('a', '<f8')], }", "records of several fields"),
        arguments(NpyFile.header("<f8", false, "(2 3)"), "expected ')'"),
        arguments(NpyFile.header("<f8", false, "(-2,)"), "expected a dimension"),
        arguments(NpyFile.header("<f8", false, "2"), "expected '('"),
        arguments(NpyFile.header("<f8", false, "(2,)").replace("False", "Maybe"), "True or False"),
        arguments("{'descr': '<f8', 'shape': (2,), }", "lacks one of the keys"),
        arguments("{'descr': '<f8', 'x': 1}", "unknown key 'x'"),
        arguments(NpyFile.header("<f8", false, "(2,)") + "rest", "the end of the header"),
        arguments("", "expected '{'"),
        arguments("{", "expected a key"),
        arguments("{'descr': 'f8", "expected a dtype"),
        arguments("(\n\0\u001b[31m", "found '(???[31m'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(2147483648,) | at most 2^31 - 1 elements",
        "(65536, 65536) | at most 2^31 - 1 elements",
        "(4294967296, 4294967296) | at most 2^31 - 1 elements",
        "(999999999999999999, 999999999999999999) | at most 2^31 - 1 elements",
        "(99999999999999999999999999,) | expected a dimension",
        "(2147483647,) | announces 17179869176 bytes of elements, found at most",
        "(3,) | announces 24 bytes of elements, found 16",
        "(1,) | more than the 8 bytes of elements"
      })
  void believesAHeaderOnlyAsFarAsTheFileIsLong(String shape, String complaint) {
    byte[] file = NpyFile.bytes(1, NpyFile.header("<f8", false, shape), new byte[16]);

    assertRefused(file).withMessageContaining(complaint);
  }

  @Test
  void refusesIntegersThatFloat64Rounds() {
    byte[] twoToThe53 = HexFormat.of().parseHex("0020000000000000");

    for (String descr : new String[] {">i8", ">u8"}) {
      assertRefused(NpyFile.bytes(1, NpyFile.header(descr, false, "(1,)"), twoToThe53))
          .withMessageContaining("element 0 is an integer of 2^53 or more");
    }
  }

  @Test
  void refusesUnsignedIntegersAboveTheSignedOnes() {
    byte[] largest = HexFormat.of().parseHex("ffffffffffffffff");

    assertRefused(NpyFile.bytes(1, NpyFile.header("<u8", false, "(1,)"), largest))
        .withMessageContaining("2^53");
  }

  @Test
  void refusesOtherFilesAndVersions() {
    byte[] file = NpyFile.bytes(1, NpyFile.header("|u1", false, "()"), new byte[1]);
    byte[] version4 = file.clone();
    version4[6] = 4;
    byte[] text = "x,y\n1,2\n3,4\n".getBytes();

    assertRefused(version4).withMessageContaining("version 1.0, 2.0 or 3.0, found 4.0");
    assertRefused(text).withMessageContaining("is not a NumPy array");
    assertRefused(new byte[0]).withMessageContaining("ends within the npy header");
  }

  @Test
  void refusesAHeaderOfAnAbsurdLength() {
    byte[] file = NpyFile.bytes(2, NpyFile.header("|u1", false, "()"), new byte[1]);
    Arrays.fill(file, 8, 12, (byte) 0xff);

    assertRefused(file).withMessageContaining("at most 10000 bytes, found 4294967295");
  }

  @Test
  void refusesTheFileCutOffAnywhere() {
    byte[] whole = NpyFile.bytes(1, NpyFile.header("<i2", false, "(2, 2)"), new byte[8]);

    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> NpyReader.read(folder.resolve("missing.npy")))
        .withMessageEndingWith("missing.npy': does not exist.");
  }

  private NdArray read(byte[] file) {
    return NpyReader.read(NpyFile.write(folder, file));
  }

  private ThrowableAssertAlternative<PrairieException> assertRefused(byte[] file) {
    return assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> read(file))
        .withMessageStartingWith("File '")
        .withMessageMatching("\\P{Cntrl}+\\.");
  }
}
