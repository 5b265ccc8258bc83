package org.prairieml.hnn.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.prairieml.graph.Tensor;

/** The functions that a formula may use. */
public enum FormulaFunction {
  SIN(Tensor::sin),
  COS(Tensor::cos),
  TAN(Tensor::tan),
  ATAN(Tensor::atan),
  SINH(Tensor::sinh),
  COSH(Tensor::cosh),
  TANH(Tensor::tanh),
  EXP(Tensor::exp),
  LOG(Tensor::log),
  SQRT(Tensor::sqrt),
  ABS(Tensor::abs);

  private final UnaryOperator<Tensor> graph;

  FormulaFunction(UnaryOperator<Tensor> graph) {
    this.graph = graph;
  }

  /** Returns the function's value as graph. */
  Tensor apply(Tensor argument) {
    return graph.apply(argument);
  }

  /** Returns how a formula calls it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FormulaFunction> named(String name) {
    return Arrays.stream(values()).filter(function -> function.label().equals(name)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(FormulaFunction::label).toList();
  }
}
