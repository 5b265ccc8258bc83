package org.prairieml.engine.step;

import java.util.List;
import org.prairieml.engine.memory.Block;
import org.prairieml.graph.Tensor;

/** A primitive computed by its own definition in float64: right for each, fast for none. */
public final class DefinitionStep implements Step {

  private final Tensor node;
  private final List<Block> operands;
  private final Block result;
  private final double[][] arguments;
  private final double[] value;

  /** Binds a tensor to memory. */
  public DefinitionStep(Tensor node, List<Block> operands, Block result) {
    this.node = node;
    this.operands = operands;
    this.result = result;
    this.arguments =
        node.operands().stream().map(o -> new double[o.shape().size()]).toArray(double[][]::new);
    this.value = new double[node.shape().size()];
  }

  @Override
  public void run() {
    for (int i = 0; i < arguments.length; i++) {
      operands.get(i).elements().read(operands.get(i).offset(), arguments[i]);
    }
    node.primitive().evaluate(node, arguments, value);
    result.elements().write(result.offset(), value);
  }
}
