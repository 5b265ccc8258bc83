package org.prairieml.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTests {

  @Test
  void keepsTheOrderOfMapsThatHaveOneAndSortsOthers() {
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put("run", "runs/a");
    ordered.put("groups", List.of(Map.of("b", 1, "a", 2, "c", 3)));

    assertThat(Json.write(ordered))
        .isEqualTo(
            """
            {
              "run": "runs/a",
              "groups": [{
                "a": 2,
                "b": 1,
                "c": 3
              }]
            }
            """);
  }

  @Test
  void writesNumbersInTheShortestFormThatReadsBackTheSame() {
    assertThat(Json.write(List.of(0.1, 1e-10, 100.0, -0.0, 7, 1L << 60, 2.0 / 3)))
        .isEqualTo("[0.1, 1.0E-10, 100.0, -0.0, 7, 1152921504606846976, 0.6666666666666666]\n");
    assertThat(Json.write(new double[] {1.5, 2})).isEqualTo("[1.5, 2.0]\n");
  }

  @Test
  void writesNumbersThatAreNotFiniteAsText() {
    assertThat(Json.write(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
        .isEqualTo("[\"NaN\", \"Infinity\", \"-Infinity\"]\n");
  }

  @Test
  void writesTextsFlagsAndNothing() {
    assertThat(Json.write(Arrays.asList("a\"b\n\\ é", true, null)))
        .isEqualTo("[\"a\\\"b\\n\\\\ é\", true, null]\n");
  }

  @Test
  void refusesWhatIsNotPlainData() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(Map.of("x", new Object())))
        .withMessage("Not plain data: java.lang.Object");
  }
}
