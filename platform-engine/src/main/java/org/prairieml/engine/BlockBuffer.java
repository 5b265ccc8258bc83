package org.prairieml.engine;

import java.lang.foreign.MemorySegment;
import org.prairieml.api.engine.Buffer;
import org.prairieml.api.engine.Precision;
import org.prairieml.engine.memory.Block;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/**
 * A block of memory as callers see it.
 *
 * @param block the memory
 * @param precision the format of its elements
 */
record BlockBuffer(Block block, Precision precision) implements Buffer {

  @Override
  public Shape shape() {
    return block.shape();
  }

  @Override
  public void write(double... values) {
    block.elements().write(block.offset(), new NdArray(block.shape(), values).values());
  }

  @Override
  public NdArray read() {
    double[] values = new double[block.size()];
    block.elements().read(block.offset(), values);
    return new NdArray(block.shape(), values);
  }

  @Override
  public double get(int position) {
    return block.elements().get(block.offset() + position);
  }

  @Override
  public MemorySegment segment() {
    return block.elements().segment(block.offset(), block.size());
  }
}
