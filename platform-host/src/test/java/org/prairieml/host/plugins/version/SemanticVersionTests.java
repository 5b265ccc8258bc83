package org.prairieml.host.plugins.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of the specification, https://semver.org/spec/v2.0.0.html. */
class SemanticVersionTests {

  private static final List<String> ASCENDING =
      List.of(
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "2.0.0",
          "2.1.0",
          "2.1.1",
          "2.10.0",
          "99999999999999999999.0.0");

  @Test
  void isOrderedAsInSectionEleven() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int j = 0; j < ASCENDING.size(); j++) {
        assertThat(Integer.signum(version(ASCENDING.get(i)).compareTo(version(ASCENDING.get(j)))))
            .as("%s against %s", ASCENDING.get(i), ASCENDING.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void buildMetadataDoNotCountInTheOrder() {
    assertThat(version("1.0.0+20130313144700"))
        .isEqualByComparingTo(version("1.0.0+exp.sha.5114f85"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0",
        "1.9.0",
        "1.0.0-0.3.7",
        "1.0.0-x.7.z.92",
        "1.0.0-x-y-z.--",
        "1.0.0-alpha+001",
        "1.0.0+21AF26D3----117B344092BD"
      })
  void readsAndWritesWhatIsValid(String text) {
    assertThat(version(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "1.2.3.4",
        "01.1.1",
        "1.01.1",
        "1.0.0-01",
        "1.0.0-",
        "1.0.0-a..b",
        "v1.0.0",
        "1.0.0+",
        "-1.0.0",
        "1.0.0 ",
        "one"
      })
  void refusesWhatIsNot(String text) {
    assertThat(SemanticVersion.parse(text)).isEmpty();
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text).orElseThrow();
  }
}
