package org.prairieml.host.bench;

import java.util.ArrayList;
import java.util.List;
import org.prairieml.api.network.Distribution;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * A classifier with one hidden layer, whose neurons are of one or several kinds.
 *
 * @param inputs the width of an example
 * @param hidden the number of hidden neurons, a multiple of the number of kinds
 * @param classes the number of classes
 * @param kinds the kinds of hidden neurons, in blocks of equal size
 * @param noise how far uniform noise moves each hidden neuron, alike for all examples; 0 is none
 */
record InnerNetwork(int inputs, int hidden, int classes, List<Subnetwork> kinds, double noise) {

  private static final Distribution WEIGHT = new Distribution.Normal(0, 0.1);
  private static final Distribution BIAS = new Distribution.Constant(0);

  /**
   * Applies the network.
   *
   * @param x examples {@code [n, inputs]}
   * @param counter the number of the step, which the noise depends on
   * @param weights declares what the inner loop trains
   * @param subnetworks declares what the kinds of neurons are made of
   * @return outputs {@code [n, classes]}
   */
  Tensor apply(Tensor x, Tensor counter, Parameters weights, Parameters subnetworks) {
    Tensor a = weights.dense("hidden", x, hidden, WEIGHT, BIAS);
    Tensor activity = activity(a, subnetworks);
    Tensor noisy = noise == 0 ? activity : activity.add(noise(counter));
    return weights.dense("output", noisy, classes, WEIGHT, BIAS);
  }

  private Tensor activity(Tensor a, Parameters subnetworks) {
    if (kinds.size() == 1) {
      return kinds.getFirst().apply("kind1", a, subnetworks);
    }
    int block = hidden / kinds.size();
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      Tensor part = a.slice(-1, i * block, (i + 1) * block);
      parts.add(kinds.get(i).apply("kind" + (i + 1), part, subnetworks));
    }
    return Tensor.concat(-1, parts);
  }

  private Tensor noise(Tensor counter) {
    long stream = BenchData.STREAMS.streamSeed("noise");
    return Tensor.uniform(stream, counter, Shape.of(1, hidden)).mul(2).sub(1).mul(noise);
  }
}
