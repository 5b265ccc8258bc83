package org.prairieml.benchmarks.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.prairieml.api.engine.CompileSettings;
import org.prairieml.api.engine.Engine;
import org.prairieml.host.bench.BenchStep;
import org.prairieml.host.bench.Workload;

/**
 * The workload gemm: the product of two matrices 1024 x 1024.
 *
 * @param engine the name that DJL knows its engine by
 */
record DjlMatrixProduct(String engine) implements Workload {

  private static final int N = 1024;

  @Override
  public String name() {
    return "gemm";
  }

  @Override
  public String describe() {
    return "the product of two matrices %1$d x %1$d".formatted(N);
  }

  @Override
  public BenchStep prepare(Engine named, CompileSettings settings) {
    NDManager manager = NDManager.newBaseManager(Device.cpu(), engine);
    Shape square = new Shape(N, N);
    return new Step(manager, manager.randomNormal(square), manager.randomNormal(square));
  }

  private static final class Step implements BenchStep {

    private final NDManager manager;
    private final NDArray a;
    private final NDArray b;
    private float element;

    private Step(NDManager manager, NDArray a, NDArray b) {
      this.manager = manager;
      this.a = a;
      this.b = b;
    }

    @Override
    public void start() {}

    @Override
    public void run() {
      try (NDArray product = a.matMul(b)) {
        // MXNet works in the background; reading waits for it.
        element = product.getFloat(0, 0);
      }
    }

    @Override
    public double value() {
      return element;
    }

    @Override
    public double gflop() {
      return 2e-9 * N * N * N;
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
