package org.prairieml.engine.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.graph.Program;
import org.prairieml.graph.Shape;
import org.prairieml.graph.Tensor;

/**
 * Splits a program into tasks: fused loops and single operations, in an order in which they can
 * run.
 *
 * <p>Every tensor that needs memory starts as a loop of its own; loops over one space that share
 * work are merged where no other task stands between them. An elementwise tensor that several loops
 * need is computed in each, unless that is more work than a round trip through memory; what is much
 * larger than all that it is computed from is always computed again, so that LDNN's hidden units
 * never leave the registers.
 */
public final class Fusion {

  private final Program program;
  private final Set<Tensor> wanted = new HashSet<>();

  private Fusion(Program program) {
    this.program = program;
  }

  /** Returns the tasks of a program. */
  public static List<Task> of(Program program) {
    return new Fusion(program).run();
  }

  private List<Task> run() {
    wanted.addAll(new LoopSize(program).cuts());
    List<Task> tasks = attempt();
    return wanted.addAll(computedTwice(tasks)) ? attempt() : tasks;
  }

  private List<Task> attempt() {
    Materialization memory = new Materialization(program, wanted);
    List<Task> tasks = new ArrayList<>();
    for (Tensor node : program.order()) {
      if (!memory.contains(node) || Nodes.isLeaf(node)) {
        continue;
      }
      if (Nodes.isPointwise(node)
          || Nodes.isView(node)
          || Nodes.isReduction(node)
          || Nodes.isAssembly(node)) {
        Sink.of(node).forEach(sink -> tasks.add(new Task.Loop(List.of(sink), memory)));
      } else {
        tasks.add(Task.Single.of(node));
      }
    }
    return new LoopMerger(tasks).merge();
  }

  /** Returns costly tensors that several loops compute. */
  private Set<Tensor> computedTwice(List<Task> tasks) {
    Map<Tensor, Integer> uses = new HashMap<>();
    Set<Tensor> expanded = new HashSet<>();
    for (Task task : tasks) {
      if (task instanceof Task.Loop loop) {
        loop.computed().forEach(node -> uses.merge(node, 1, Integer::sum));
        if (isExpanded(loop)) {
          expanded.addAll(loop.computed());
        }
      }
    }
    Set<Tensor> costly = new HashSet<>();
    uses.forEach((node, count) -> {
      if (count > 1 && Weight.of(node) > Weight.HEAVY && !expanded.contains(node)) {
        costly.add(node);
      }
    });
    return costly;
  }

  /** Returns whether a loop's space is much larger than all that it reads and writes. */
  private static boolean isExpanded(Task.Loop loop) {
    Shape space = loop.sinks().getFirst().space();
    long touched = loop.reads().stream().mapToLong(t -> t.shape().size()).sum();
    touched += loop.writes().stream().mapToLong(t -> t.shape().size()).sum();
    return touched < space.size() / 2;
  }
}
