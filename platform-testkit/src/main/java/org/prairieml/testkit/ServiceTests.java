package org.prairieml.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.api.Option;
import org.prairieml.api.Options;
import org.prairieml.api.Service;

/**
 * What holds for services of every type: that people and experiments can name and configure them.
 *
 * @param <S> the type
 */
public abstract class ServiceTests<S extends Service> {

  private static final String WORDS = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  /** Creates the tests. */
  protected ServiceTests() {}

  /** Returns the service to test. */
  protected abstract S service();

  /**
   * Returns the values of its options to test it with: the defaults, unless a subclass says other.
   */
  protected Options options() {
    return Options.defaults(service().options());
  }

  @Test
  void nameIsLowerCaseWordsJoinedByHyphens() {
    assertThat(service().name()).matches(WORDS);
  }

  @Test
  void summaryIsOneLine() {
    assertThat(service().summary()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void sourceIsAText() {
    assertThat(service().source()).isNotNull();
  }

  @Test
  void optionsHaveNamesOfTheirOwn() {
    assertThat(service().options())
        .extracting(Option::name)
        .doesNotHaveDuplicates()
        .doesNotContain("name")
        .allSatisfy(name -> assertThat(name).matches(WORDS));
  }

  @Test
  void everyOptionSaysWhatItDoes() {
    assertThat(service().options())
        .allSatisfy(option -> assertThat(option.help()).as(option.name()).isNotBlank());
  }

  @Test
  void optionsAreOfTheServicesSchema() {
    assertThat(options().schema()).isEqualTo(service().options());
  }
}
