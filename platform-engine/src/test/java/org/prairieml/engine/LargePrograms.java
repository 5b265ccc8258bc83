package org.prairieml.engine;

import java.util.List;
import org.prairieml.graph.Formulas;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/** Programs whose steps are so large that threads share them. */
final class LargePrograms {

  private LargePrograms() {}

  /** Returns them all. */
  static List<Program> all() {
    return List.of(
        chain(),
        shifted(),
        outer(30, 4000),
        outer(700, 300),
        wide(),
        products(),
        batch(),
        layers(),
        flat(),
        recurrent());
  }

  /** A matrix that is read once and reduced along each axis and both. */
  private static Program chain() {
    Program.Builder builder = Program.builder("chain");
    Tensor x = builder.input("x", Shape.of(4096, 64));
    Tensor s = builder.state("s", Shape.of(4096, 64));
    Tensor y = x.mul(s).tanh().add(x.exp());
    builder.output("y", y).output("rows", y.sum(1)).output("columns", y.sum(0));
    builder.output("all", y.sumAll()).output("largest", y.max(0)).output("row", y.max(1));
    return builder.update("s", s.add(y.mul(0.1))).build();
  }

  /** Softmax of columns that are apart. */
  private static Program shifted() {
    Program.Builder builder = Program.builder("softmax");
    Tensor x = builder.input("x", Shape.of(200, 301));
    builder.output("y", Formulas.softmax(x.transpose(), 1).slice(0, 1, 301, 2));
    return builder.output("mean", Formulas.logSumExp(x, 0)).build();
  }

  /** Two vectors that span a space, of which nothing but reductions is kept. */
  private static Program outer(int m, int n) {
    Program.Builder builder = Program.builder("outer " + m + " by " + n);
    Tensor a = builder.input("a", Shape.of(m, 1));
    Tensor b = builder.input("b", Shape.of(1, n));
    Tensor hidden = a.mul(b).add(b).tanh();
    builder.output("rows", hidden.sum(1)).output("columns", hidden.sum(0));
    return builder.output("row", hidden.max(1)).output("all", hidden.sumAll()).build();
  }

  /** Vectors run along the axis that is summed up, and threads share the other one. */
  private static Program wide() {
    Program.Builder builder = Program.builder("wide");
    Tensor a = builder.input("a", Shape.of(300, 1));
    Tensor b = builder.input("b", Shape.of(1, 5000));
    return builder.output("rows", a.mul(b).add(a).sum(1)).build();
  }

  private static Program products() {
    Program.Builder builder = Program.builder("products");
    Tensor a = builder.input("a", Shape.of(300, 200));
    Tensor b = builder.input("b", Shape.of(200, 100));
    Tensor c = a.matmul(b);
    builder.output("c", c).output("a again", c.matmul(b, false, true));
    return builder.output("b again", a.matmul(c, true, false)).build();
  }

  private static Program batch() {
    Program.Builder builder = Program.builder("batch");
    Tensor a = builder.input("a", Shape.of(5, 70, 90));
    Tensor b = builder.input("b", Shape.of(5, 80, 90));
    return builder.output("c", a.matmul(b, false, true).tanh()).build();
  }

  /** Products whose rows go on to a bias, an activation, reductions and another product. */
  static Program layers() {
    Program.Builder builder = Program.builder("layers");
    Tensor x = builder.input("x", Shape.of(701, 9));
    Tensor bias = builder.input("bias", Shape.of(1, 190));
    Tensor hidden = x.matmul(builder.input("v", Shape.of(9, 190))).add(bias).tanh();
    Tensor out = hidden.matmul(builder.input("w", Shape.of(190, 200))).add(1).exp();
    builder.output("hidden", hidden.sum(0)).output("rows", out.sum(1));
    return builder.output("columns", out.mul(0.5).sum(0)).output("out", out).build();
  }

  /** What follows the product walks its elements as one axis. */
  static Program flat() {
    Program.Builder builder = Program.builder("flat");
    Tensor x = builder.input("x", Shape.of(5, 999));
    Tensor y = x.matmul(builder.input("w", Shape.of(5, 170)), true, false);
    return builder.output("y", y.mul(y).add(y)).build();
  }

  /** What follows the product would overwrite an operand of it. */
  static Program recurrent() {
    Program.Builder builder = Program.builder("recurrent");
    Tensor state = builder.state("s", Shape.of(400, 400));
    Tensor w = builder.input("w", Shape.of(400, 400));
    Tensor next = state.matmul(w).mul(0.01).sub(state);
    return builder.update("s", next).build();
  }
}
