package org.prairieml.testkit;

import org.prairieml.api.engine.Engine;
import org.prairieml.api.engine.ReferenceEngine;

class ReferenceEngineTests extends EngineTests {

  @Override
  protected Engine service() {
    return new ReferenceEngine();
  }
}
