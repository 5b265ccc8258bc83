package org.prairieml.activations.catalog;

import org.prairieml.api.network.Activation;
import org.prairieml.testkit.ActivationTests;

class EluConformanceTests extends ActivationTests {

  @Override
  protected Activation service() {
    return new EluActivation();
  }
}
