package org.prairieml.api.engine;

import java.util.List;
import org.prairieml.api.PrairieException;
import org.prairieml.graph.Program;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** The reference evaluator as an engine: float64 on one thread, slow, the judge of the others. */
public final class ReferenceEngine implements Engine {

  /** Creates the service. */
  public ReferenceEngine() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String summary() {
    return "Plain float64 loops on one thread: slow, and the judge of other engines.";
  }

  @Override
  public List<Precision> precisions() {
    return List.of(Precision.FLOAT64);
  }

  @Override
  public Executable compile(Program program, CompileSettings settings) {
    if (settings.precision() != Precision.FLOAT64) {
      throw PrairieException.badInput(
          "Engine 'reference' computes in float64 only; choose precision float64.");
    }
    return new ReferenceExecutable(new ReferenceEvaluator(program));
  }
}
