package org.prairieml.host.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prairieml.api.PrairieException;

class SettingTests {

  @Test
  void splitsThePathAtDotsAndBrackets() {
    assertThat(Setting.parse("network[0].kinds[1].share=2").path())
        .containsExactly("network", "0", "kinds", "1", "share");
  }

  @Test
  void readsTheValueAsYaml() {
    assertThat(Setting.parse("a=1e-3").value()).isEqualTo(0.001);
    assertThat(Setting.parse("a=true").value()).isEqualTo(true);
    assertThat(Setting.parse("a=x=y").value()).isEqualTo("x=y");
    assertThat(Setting.parse("a=[1, b]").value()).isEqualTo(List.of(1, "b"));
    assertThat(Setting.parse("a={name: b}").value()).isEqualTo(Map.of("name", "b"));
    assertThat(Setting.parse("a=").value()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "=1", ".a=1", "a.=1", "a..b=1", "a[b]=1", "a[0=1"})
  void refusesWhatIsNoSetting(String text) {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> Setting.parse(text))
        .withMessage("expected key=value, such as trainer.steps=100, found '" + text + "'.");
  }

  @Test
  void saysWhereAValueIsNotYaml() {
    assertThatExceptionOfType(PrairieException.class)
        .isThrownBy(() -> Setting.parse("a=[1"))
        .withMessageStartingWith("--set a=[1, line 1, column 3: ");
  }
}
