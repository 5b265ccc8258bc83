package org.prairieml.engine.autodiff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prairieml.fixtures.Oracles;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;
import tools.jackson.databind.JsonNode;

/** The graphs of {@code autodiff.json}, written with primitives. */
final class AutodiffCases {

  static final Map<String, Graph> GRAPHS = new LinkedHashMap<>();

  static {
    GRAPHS.put("matmul_chain", in -> in.get("a").matmul(in.get("b")).matmul(in.get("c")));
    GRAPHS.put(
        "matmul_tanh_chain", in -> in.get("a").matmul(in.get("b")).tanh().matmul(in.get("c")));
    GRAPHS.put("batched_matmul", in -> in.get("a").matmul(in.get("b")));
    GRAPHS.put("transpose_matmul", in -> in.get("a").matmul(in.get("a"), true, false));
    GRAPHS.put("broadcast_add_mul", in -> in.get("x").add(in.get("b")).mul(in.get("s")));
    GRAPHS.put("broadcast_div_exp", in -> in.get("x").exp().div(in.get("y").square().add(1)));
    GRAPHS.put("broadcast_scalar", in -> in.get("x").mul(in.get("s")).sin());
    for (String axes : List.of("0", "1", "0_2", "m1", "0_1_2")) {
      GRAPHS.put("sum_" + axes, in -> reduce(in, cube(in.get("x")), false));
      GRAPHS.put("mean_" + axes, in -> reduce(in, in.get("x").exp(), true));
    }
    GRAPHS.put(
        "variance",
        in -> variance(in.get("x"), 1).reshape(Shape.of(in.get("x").shape().dimension(0))));
    GRAPHS.put("max_axis", in -> in.get("x").max(1));
    GRAPHS.put("logsumexp", in -> Formulas.logSumExp(in.get("x"), 1));
    GRAPHS.put("softmax", in -> Formulas.softmax(in.get("x"), 1));
    GRAPHS.put("log_softmax", in -> Formulas.logSoftmax(in.get("x"), 1));
    GRAPHS.put("softmax_cross_entropy", in -> crossEntropy(in.get("x"), in));
    GRAPHS.put("softmax_cross_entropy_large_logits", in -> crossEntropy(in.get("x").mul(300), in));
    GRAPHS.put("mse", in -> Formulas.meanAll(in.get("x").sub(in.get("y")).square()));
    GRAPHS.put("global_avg_pool2d", in -> Formulas.mean(in.get("x"), 2, 3));
    GRAPHS.put("batch_norm_2d", in -> batchNorm(in, 0));
    GRAPHS.put("batch_norm_4d", in -> batchNorm(in, 0, 2, 3));
    GRAPHS.put("layer_norm", in -> normalized(in, -1).mul(in.get("g")).add(in.get("b")));
    GRAPHS.put("gather", AutodiffCases::gatherWithinRows);
    GRAPHS.put("index_select", in -> in.get("x").gather(0, in.integers("index")));
    GRAPHS.put("slice", AutodiffCases::everySecondOfLaterRows);
    GRAPHS.put("concat", in -> Tensor.concat(1, List.of(in.get("x"), in.get("y").square())));
    GRAPHS.put("stack_permute_reshape", AutodiffCases::stacked);
    GRAPHS.put("pad", in -> in.get("x").pad(-1, 1, 2));
    GRAPHS.put(
        "where",
        in -> Tensor.of(0).less(in.get("x")).select(in.get("x").square(), in.get("x").exp()));
    GRAPHS.put("pow", in -> in.get("x").exp().pow(in.get("y")));
    GRAPHS.put("mlp_loss", AutodiffCases::perceptron);
    GRAPHS.putAll(WindowCases.GRAPHS);
  }

  private AutodiffCases() {}

  /** A function of a case's inputs. */
  interface Graph {
    Tensor build(Inputs inputs);
  }

  /**
   * A case's inputs.
   *
   * @param file the case as it stands in the file
   * @param real the differentiable inputs by name
   */
  record Inputs(JsonNode file, Map<String, Tensor> real) {

    Tensor get(String name) {
      return real.get(name);
    }

    Tensor integers(String name) {
      return Tensor.of(array(file.get("int_inputs").get(name)));
    }

    JsonNode attribute(String name) {
      return file.get("attrs").get(name);
    }
  }

  static NdArray array(JsonNode tensor) {
    return new NdArray(Shape.of(Oracles.shape(tensor)), Oracles.doubles(tensor));
  }

  private static Tensor cube(Tensor x) {
    return x.square().mul(x);
  }

  private static Tensor reduce(Inputs in, Tensor x, boolean mean) {
    int[] axes = Oracles.ints(in.attribute("axes"));
    Tensor reduced = mean ? Formulas.mean(x, axes) : x.sum(axes);
    return in.attribute("keepdim").booleanValue() ? reduced.reshape(kept(x, axes)) : reduced;
  }

  private static Shape kept(Tensor x, int... axes) {
    Shape shape = x.shape();
    for (int axis : axes) {
      shape = shape.with(axis, 1);
    }
    return shape;
  }

  private static Tensor centered(Tensor x, int... axes) {
    return x.sub(Formulas.mean(x, axes).reshape(kept(x, axes)));
  }

  private static Tensor variance(Tensor x, int... axes) {
    return Formulas.mean(centered(x, axes).square(), axes).reshape(kept(x, axes));
  }

  private static Tensor normalized(Inputs in, int... axes) {
    Tensor x = in.get("x");
    double epsilon = in.attribute("eps").doubleValue();
    return centered(x, axes).div(variance(x, axes).add(epsilon).sqrt());
  }

  private static Tensor batchNorm(Inputs in, int... axes) {
    Tensor x = in.get("x");
    Shape channels = kept(x, axes);
    UnaryOperator<Tensor> perChannel = parameter -> parameter.reshape(channels);
    return normalized(in, axes)
        .mul(perChannel.apply(in.get("g")))
        .add(perChannel.apply(in.get("b")));
  }

  private static Tensor crossEntropy(Tensor logits, Inputs in) {
    Tensor chosen = Formulas.oneHot(in.integers("labels"), logits.shape().dimension(-1));
    return Formulas.meanAll(Formulas.logSoftmax(logits, -1).mul(chosen).sum(-1)).neg();
  }

  private static Tensor perceptron(Inputs in) {
    Tensor hidden = in.get("x").matmul(in.get("w1"), false, true).add(in.get("b1")).tanh();
    return crossEntropy(hidden.matmul(in.get("w2"), false, true).add(in.get("b2")), in);
  }

  /** PyTorch's gather has an index per element; ours takes whole slices, here of a flat vector. */
  private static Tensor gatherWithinRows(Inputs in) {
    Tensor x = in.get("x").square();
    int rows = x.shape().dimension(0);
    int columns = x.shape().dimension(1);
    Tensor rowStarts = Tensor.iota(rows).mul(columns).reshape(Shape.of(rows, 1));
    return x.reshape(Shape.of(rows * columns)).gather(0, in.integers("index").add(rowStarts));
  }

  private static Tensor everySecondOfLaterRows(Inputs in) {
    Tensor x = in.get("x").sin();
    return x.slice(0, 1, x.shape().dimension(0)).slice(1, 0, x.shape().dimension(1), 2);
  }

  private static Tensor stacked(Inputs in) {
    List<Tensor> parts =
        List.of(in.get("x"), in.get("y").exp()).stream()
            .map(part -> part.reshape(part.shape().insert(0, 1)))
            .toList();
    Tensor stacked = Tensor.concat(0, parts).permute(1, 2, 0);
    return stacked.reshape(Shape.of(stacked.shape().size()));
  }
}
