package org.prairieml.api.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.training.OptimizerGraph.Slot;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

class OptimizerGraphTests {

  /** Moves by rate times count times the sum of all gradients so far. */
  private record Summing() implements Optimizer {

    @Override
    public String name() {
      return "summing";
    }

    @Override
    public String summary() {
      return "An optimizer for tests.";
    }

    @Override
    public double rate(Options options) {
      return 0.5;
    }

    @Override
    public Tensor next(Tensor parameter, Tensor gradient, Options options, OptimizerStep step) {
      Tensor sum = step.slot("sum", 1).add(gradient);
      step.setSlot("sum", sum);
      return parameter.sub(sum.mul(step.rate()).mul(step.count()));
    }
  }

  @Test
  void everyParameterHasItsOwnMemoryAndTheSameRateAndCount() {
    Program.Builder builder = Program.builder("step");
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    parameters.put("w", builder.state("w", Shape.of(2)));
    parameters.put("b", builder.state("b", Shape.SCALAR));
    Map<String, Tensor> gradients = Map.of("w", Tensor.of(NdArray.vector(1, 2)), "b", Tensor.of(3));
    Map<String, Slot> slots = new LinkedHashMap<>();

    OptimizerGraph graph =
        OptimizerGraph.of(
            Configured.of(new Summing()),
            parameters,
            gradients,
            Tensor.of(0.5),
            Tensor.of(2),
            slot -> {
              slots.put(slot.name(), slot);
              return builder.state(slot.name(), slot.shape());
            });
    graph.parameters().forEach(builder::update);
    graph.slots().forEach(builder::update);
    ReferenceEvaluator evaluator = new ReferenceEvaluator(builder.build());
    slots
        .values()
        .forEach(slot ->
            evaluator.set(slot.name(), NdArray.filled(slot.shape(), slot.initial()).values()));
    evaluator.run();

    assertThat(slots.values())
        .containsExactly(new Slot("sum/w", Shape.of(2), 1), new Slot("sum/b", Shape.SCALAR, 1));
    assertThat(graph.slots()).containsOnlyKeys("sum/w", "sum/b");
    assertThat(evaluator.get("w")).isEqualTo(NdArray.vector(-2, -3));
    assertThat(evaluator.get("b")).isEqualTo(NdArray.scalar(-4));
    assertThat(evaluator.get("sum/w")).isEqualTo(NdArray.vector(2, 3));
  }
}
