package org.prairieml.engine.fuse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.prairieml.graph.Reshape;
import org.prairieml.graph.Tensor;

/** A piece of work: what it reads and what it leaves in memory. */
public sealed interface Task {

  /** Returns the tensors whose memory it reads. */
  Set<Tensor> reads();

  /** Returns the tensors whose memory it writes, all or a part. */
  Set<Tensor> writes();

  /**
   * One tensor that is not made by a fused loop.
   *
   * @param node the tensor
   * @param operands what holds its operands' elements, in their order
   */
  record Single(Tensor node, List<Tensor> operands) implements Task {

    static Single of(Tensor node) {
      return new Single(node, node.operands().stream().map(Single::memory).toList());
    }

    private static Tensor memory(Tensor operand) {
      return operand.primitive() instanceof Reshape ? memory(operand.operand(0)) : operand;
    }

    @Override
    public Set<Tensor> reads() {
      return new LinkedHashSet<>(operands);
    }

    @Override
    public Set<Tensor> writes() {
      return Set.of(node);
    }
  }

  /** Sinks over one space that one fused loop makes. */
  final class Loop implements Task {

    private final List<Sink> sinks;
    private final Materialization memory;
    private final Expression expression;

    Loop(List<Sink> sinks, Materialization memory) {
      this.sinks = List.copyOf(sinks);
      this.memory = memory;
      this.expression = Expression.of(sinks, memory);
    }

    /** Returns what the loop leaves in memory. */
    public List<Sink> sinks() {
      return sinks;
    }

    /** Returns the pointwise tensors that it computes, operands before users. */
    public Set<Tensor> computed() {
      return expression.computed();
    }

    /** Returns where it reads a tensor, if it does. */
    public java.util.Map<Tensor, Source> sources() {
      return expression.read();
    }

    /** Returns what holds the elements of a look-up's table. */
    public static Tensor table(Tensor lookUp) {
      return Single.memory(lookUp.operand(0));
    }

    /** Returns what holds the elements of the tables in which it looks up others. */
    public Set<Tensor> tables() {
      return expression.tables();
    }

    Expression expression() {
      return expression;
    }

    Loop merged(Loop other) {
      List<Sink> all = new ArrayList<>(sinks);
      all.addAll(other.sinks);
      return new Loop(all, memory);
    }

    @Override
    public Set<Tensor> reads() {
      Set<Tensor> bases = new LinkedHashSet<>();
      expression.read().values().forEach(source -> bases.add(source.base()));
      bases.addAll(expression.tables());
      return bases;
    }

    @Override
    public Set<Tensor> writes() {
      Set<Tensor> targets = new LinkedHashSet<>();
      sinks.forEach(sink -> targets.add(sink.target()));
      return targets;
    }
  }
}
