package org.prairieml.host.bench;

import java.util.Map;
import org.prairieml.api.Options;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.training.loss.SoftmaxCrossEntropy;

/**
 * One Adam step of a classifier with one hidden layer of rectifiers.
 *
 * @param inputs the width of an example
 * @param hidden the number of hidden neurons
 * @param classes the number of classes
 * @param batch the number of examples in a step
 */
record ClassifierWorkload(int inputs, int hidden, int classes, int batch) implements Workload {

  private static final double RATE = 1e-2;

  @Override
  public String name() {
    return "w1";
  }

  @Override
  public String describe() {
    return "one Adam step of a %d-%d-%d ReLU classifier, batch %d"
        .formatted(inputs, hidden, classes, batch);
  }

  @Override
  public BenchStep prepare(Engine engine, CompileSettings settings) {
    TrainingGraph graph = graph();
    return ProgramStep.training(
        engine.compile(graph.program(), settings),
        graph,
        () ->
            Map.of(
                "x", BenchData.normal("w1/x", Shape.of(batch, inputs)),
                "y", BenchData.labels("w1/y", batch, classes)));
  }

  private TrainingGraph graph() {
    Program.Builder builder = Program.builder("classifier step");
    Parameters parameters = new Parameters(builder);
    Tensor x = builder.input("x", Shape.of(batch, inputs));
    Tensor y = builder.input("y", Shape.of(batch));
    Tensor activity = Formulas.relu(parameters.dense("hidden", x, hidden));
    Tensor outputs = parameters.dense("output", activity, classes);
    Tensor loss = new SoftmaxCrossEntropy().apply(outputs, y, Options.NONE);
    return TrainingGraph.of(builder, parameters, loss, BenchOptimizer.adam(RATE, 0));
  }
}
