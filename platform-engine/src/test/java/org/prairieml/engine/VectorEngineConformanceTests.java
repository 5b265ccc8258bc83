package org.prairieml.engine;

import org.junit.jupiter.api.Tag;
import org.prairieml.api.engine.Engine;
import org.prairieml.testkit.EngineTests;

@Tag("widths")
class VectorEngineConformanceTests extends EngineTests {

  @Override
  protected Engine service() {
    return new VectorEngine();
  }
}
