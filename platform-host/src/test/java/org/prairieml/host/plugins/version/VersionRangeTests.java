package org.prairieml.host.plugins.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1.0,2)     | 1.0.0      | true",
        "[1.0,2)     | 1.1.0      | true",
        "[1.0,2)     | 1.99.99    | true",
        "[1.0,2)     | 2.0.0      | false",
        "[1.0,2)     | 2.0.0-rc.1 | false",
        "[1.0,2)     | 1.0.0-rc.1 | false",
        "[1.0,2)     | 0.9.9      | false",
        "(1.0,2]     | 1.0.0      | false",
        "(1.0,2]     | 1.0.1      | true",
        "(1.0,2]     | 2.0.0      | true",
        "(1.0,2]     | 2.0.0-rc.1 | true",
        "[1.2.3]     | 1.2.3      | true",
        "[1.2.3]     | 1.2.4      | false",
        "[1.2,)      | 7.0.0      | true",
        "(,1.2)      | 1.1.9      | true",
        "(,1.2)      | 1.2.0      | false",
        "(,)         | 3.0.0      | true",
        "1.2         | 1.2.0      | true",
        "1.2         | 2.0.0      | true",
        "1.2         | 1.1.9      | false",
        "[1,2.0.0-b) | 2.0.0-a    | true",
        "[1,2.0.0-b) | 2.0.0-b    | false",
      })
  void contains(String range, String version, boolean expected) {
    assertThat(VersionRange.parse(range).contains(SemanticVersion.parse(version).orElseThrow()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[1.0", "1.0)", "[1,2,3)", "(1)", "[]", "[a,b)", "[2,1)", "[1,1)", "^1"})
  void refusesWhatIsNoRange(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> VersionRange.parse(text));
  }
}
