package org.prairieml.graph;

import java.util.List;

/**
 * A tensor whose value comes from outside the graph.
 *
 * @param role who sets the value
 * @param name the name, unique within a program
 * @param extent the shape
 */
public record Placeholder(Role role, String name, Shape extent) implements Primitive {

  /** Who sets a placeholder's value. */
  public enum Role {
    /** The caller, before a run. */
    INPUT,
    /** The caller once, then the program itself at the end of every run. */
    STATE
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public Shape shape(List<Shape> operands) {
    return extent;
  }

  @Override
  public Tensor gradient(int operand, Tensor result, Tensor cotangent) {
    throw new IllegalStateException("A placeholder has no operands.");
  }

  @Override
  public void evaluate(Tensor node, double[][] operands, double[] result) {
    throw new GraphException("Placeholder '" + name + "' has no value of its own.");
  }
}
