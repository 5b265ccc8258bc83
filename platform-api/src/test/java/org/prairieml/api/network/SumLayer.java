package org.prairieml.api.network;

import java.util.List;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.graph.Tensor;

/** Adds its inputs: for networks that are not chains. */
record SumLayer() implements Layer {

  static Configured<Layer> of() {
    return Configured.of(new SumLayer());
  }

  @Override
  public String name() {
    return "sum";
  }

  @Override
  public String summary() {
    return "Adds its inputs.";
  }

  @Override
  public Tensor apply(List<Tensor> inputs, Options options, ParameterScope parameters) {
    return inputs.stream().reduce(Tensor::add).orElseThrow();
  }
}
