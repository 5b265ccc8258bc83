package org.prairieml.host.bench;

import java.util.Map;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.api.network.Distribution;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Gradients;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * One Adam step of a Hamiltonian network 4-h-h-1: its loss is the mean squared error of the time
 * derivatives J grad H, so the step needs second derivatives.
 *
 * @param hidden the number of neurons in each hidden layer
 * @param batch the number of states in a step
 */
record HamiltonianWorkload(int hidden, int batch) implements Workload {

  private static final double RATE = 1e-3;
  private static final double WEIGHT_DECAY = 1e-4;

  /** Two positions, then two momenta. */
  private static final int COORDINATES = 4;

  /** J^T, which turns a row (dH/dq, dH/dp) into (dq/dt, dp/dt) = (dH/dp, -dH/dq). */
  private static final NdArray SYMPLECTIC =
      new NdArray(
          Shape.of(COORDINATES, COORDINATES),
          new double[] {
            0, 0, -1, 0,
            0, 0, 0, -1,
            1, 0, 0, 0,
            0, 1, 0, 0,
          });

  @Override
  public String name() {
    return "w3-" + batch;
  }

  @Override
  public String describe() {
    return "one Adam step of a Hamiltonian network %d-%d-%d-1, batch %d"
        .formatted(COORDINATES, hidden, hidden, batch);
  }

  @Override
  public BenchStep prepare(Engine engine, CompileSettings settings) {
    TrainingGraph graph = graph();
    Shape states = Shape.of(batch, COORDINATES);
    return ProgramStep.training(
        engine.compile(graph.program(), settings),
        graph,
        () ->
            Map.of("x", BenchData.normal("w3/x", states), "dx", BenchData.normal("w3/dx", states)));
  }

  private TrainingGraph graph() {
    Program.Builder builder = Program.builder("Hamiltonian step");
    Parameters parameters = new Parameters(builder);
    Tensor x = builder.input("x", Shape.of(batch, COORDINATES));
    Tensor dx = builder.input("dx", Shape.of(batch, COORDINATES));
    Tensor gradient = Gradients.of(energy(x, parameters).sumAll(), x);
    Tensor loss = Formulas.meanAll(dx.sub(gradient.matmul(Tensor.of(SYMPLECTIC))).square());
    return TrainingGraph.of(builder, parameters, loss, BenchOptimizer.adam(RATE, WEIGHT_DECAY));
  }

  private Tensor energy(Tensor x, Parameters parameters) {
    Tensor first = parameters.dense("first", x, hidden).tanh();
    Tensor second = parameters.dense("second", first, hidden).tanh();
    return parameters.linear("energy", second, 1, Distribution.fanInUniform(hidden));
  }
}
