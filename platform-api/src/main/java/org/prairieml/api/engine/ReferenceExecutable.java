package org.prairieml.api.engine;

import java.lang.foreign.MemorySegment;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import org.prairieml.graph.reference.ReferenceEvaluator;

/** A reference evaluator behind the interface of an engine. */
final class ReferenceExecutable implements Executable {

  private final ReferenceEvaluator evaluator;

  ReferenceExecutable(ReferenceEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public Program program() {
    return evaluator.program();
  }

  @Override
  public Buffer buffer(String name) {
    Tensor output = program().outputs().get(name);
    if (output != null) {
      return new HeapBuffer(output.shape(), evaluator.output(name));
    }
    double[] elements = evaluator.placeholder(name);
    Tensor input = program().inputs().get(name);
    Shape shape = input != null ? input.shape() : program().states().get(name).shape();
    return new HeapBuffer(shape, elements);
  }

  @Override
  public void run() {
    evaluator.run();
  }

  @Override
  public Executable companion(Program other) {
    return new ReferenceExecutable(new ReferenceEvaluator(other, evaluator));
  }

  @Override
  public void close() {
    // arrays on the heap need no release
  }

  /** Elements in a Java array. */
  private record HeapBuffer(Shape shape, double[] elements) implements Buffer {

    @Override
    public Precision precision() {
      return Precision.FLOAT64;
    }

    @Override
    public void write(double... values) {
      System.arraycopy(new NdArray(shape, values).values(), 0, elements, 0, values.length);
    }

    @Override
    public NdArray read() {
      return new NdArray(shape, elements.clone());
    }

    @Override
    public double get(int position) {
      return elements[position];
    }

    @Override
    public MemorySegment segment() {
      return MemorySegment.ofArray(elements);
    }
  }
}
