package org.prairieml.engine.optimize;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prairieml.api.engine.Precision;
import org.prairieml.graph.Primitive;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;
import org.prairieml.testkit.RandomPrograms;
import org.prairieml.testkit.RoundingBounds;

/** Applies rewrites and looks at what they leave. */
final class Rewrites {

  private Rewrites() {}

  /** Returns a program rewritten, having required that its meaning has stayed. */
  static Program of(UnaryOperator<Program> rewrite, Program program) {
    requireSameMeaning(program, Map.of("rewrite", rewrite), 1);
    return rewrite.apply(program);
  }

  /** Requires equal results but for what another order of sums and products changes. */
  static void requireSameMeaning(
      Program program, Map<String, UnaryOperator<Program>> rewrites, long seed) {
    Map<String, double[]> values = RandomPrograms.values(program, seed);
    RoundingBounds bounds = RoundingBounds.of(program, Precision.FLOAT64, values);
    rewrites.forEach((name, rewrite) -> {
      ReferenceEvaluator run = run(rewrite.apply(program), values);
      results(program)
          .forEach((key, node) -> bounds.check(name + ": " + key, node, run.get(key).values()));
    });
  }

  /** Returns outputs and next states by name. */
  private static Map<String, Tensor> results(Program program) {
    Map<String, Tensor> results = new LinkedHashMap<>(program.outputs());
    results.putAll(program.updates());
    return results;
  }

  static ReferenceEvaluator run(Program program, Map<String, double[]> values) {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(program);
    values.forEach(evaluator::set);
    return evaluator.run();
  }

  /** Returns how many tensors a kind of primitive makes. */
  static long count(Program program, Class<? extends Primitive> kind) {
    return program.order().stream().filter(t -> kind.isInstance(t.primitive())).count();
  }

  static long count(Program program, Primitive primitive) {
    return program.order().stream().filter(t -> t.primitive().equals(primitive)).count();
  }

  /** Returns the size of the largest tensor that is neither an input nor a state. */
  static int largest(Program program) {
    return program.order().stream()
        .filter(t -> !t.operands().isEmpty())
        .map(Tensor::shape)
        .mapToInt(shape -> shape.size())
        .max()
        .orElse(0);
  }
}
