package com.example.bent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prairieml.api.network.Activation;
import org.prairieml.testkit.ActivationTests;

/** The kit's tests of names, options, shapes, derivatives; and one of our own. */
class SoftenedLineTests extends ActivationTests {

  @Override
  protected Activation service() {
    return new SoftenedLine();
  }

  @Test
  void hasOneOption() {
    assertThat(service().options()).hasSize(1);
  }
}
