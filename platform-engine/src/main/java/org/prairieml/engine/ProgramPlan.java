package org.prairieml.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.engine.fuse.Fusion;
import org.prairieml.engine.fuse.Task;
import org.prairieml.engine.lane.NumberFormat;
import org.prairieml.engine.matmul.MatMulStep;
import org.prairieml.engine.matmul.RowBlocks;
import org.prairieml.engine.memory.ArenaPlan;
import org.prairieml.engine.nest.LoopPlan;
import org.prairieml.engine.nest.Split;
import org.prairieml.engine.optimize.Optimizer;
import org.prairieml.graph.Constant;
import org.prairieml.graph.MatMul;
import org.prairieml.graph.Placeholder;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * All that is decided about a program before it has memory: its tasks, their loops, and who shares
 * a place with whom. Never changed once it is made, so that any number of executables can be bound
 * to it, by several threads at once.
 */
final class ProgramPlan {

  private final Program program;
  private final NumberFormat format;
  private final List<Task> tasks;
  private final Map<Task, LoopPlan> loops = new IdentityHashMap<>();
  private final Map<Tensor, Tensor> statesInPlace;
  private final Map<Task, Follower> followers = new IdentityHashMap<>();
  private final ArenaPlan<Tensor> arena = new ArenaPlan<>();

  /**
   * A loop that takes up a product's result block by block, right after each is finished.
   *
   * @param loop the loop, the next task
   * @param split its parts, one for each block
   */
  record Follower(Task.Loop loop, Split split) {}

  private ProgramPlan(Program program, NumberFormat format) {
    this.program = program;
    this.format = format;
    this.tasks = InPlaceUpdates.lastThingsLast(Fusion.of(program));
    this.statesInPlace = new InPlaceUpdates(program, tasks).states();
    for (Task task : tasks) {
      if (task instanceof Task.Loop loop) {
        loops.put(loop, new LoopPlan(loop, format));
      }
    }
    findFollowers();
    placeTemporaries();
  }

  private void findFollowers() {
    for (int i = 0; i + 1 < tasks.size(); i++) {
      if (tasks.get(i) instanceof Task.Single product
          && product.node().primitive() instanceof MatMul
          && product.node().shape().rank() == 2
          && tasks.get(i + 1) instanceof Task.Loop loop
          && overwritesNothing(loop, product)) {
        RowBlocks blocks = MatMulStep.blocks(product.node());
        if (blocks.count() > 1) {
          Split.byRows(loops.get(loop), product.node(), blocks.count(), blocks.step())
              .ifPresent(split -> followers.put(product, new Follower(loop, split)));
        }
      }
    }
  }

  /** Later blocks of the product still need its operands. */
  private boolean overwritesNothing(Task.Loop loop, Task.Single product) {
    return loop.writes().stream()
        .map(statesInPlace::get)
        .noneMatch(state -> state != null && product.operands().contains(state));
  }

  /** Optimizes a program and plans the result. */
  static ProgramPlan of(Program program, NumberFormat format) {
    return new ProgramPlan(Optimizer.optimize(program), format);
  }

  private void placeTemporaries() {
    Map<Tensor, Integer> birth = new LinkedHashMap<>();
    Map<Tensor, Integer> death = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      int step = i;
      tasks.get(i).writes().forEach(t -> birth.putIfAbsent(t, step));
      tasks.get(i).writes().forEach(t -> death.put(t, step));
      int last = followers.containsKey(tasks.get(i)) ? step + 1 : step;
      tasks.get(i).reads().forEach(t -> death.merge(t, last, Math::max));
    }
    program.updates().values().forEach(t -> death.put(t, tasks.size()));
    Set<Tensor> elsewhere = withMemoryOfTheirOwn();
    birth.forEach((tensor, step) -> {
      if (!elsewhere.contains(tensor)) {
        arena.place(tensor, tensor.shape().size(), step, death.get(tensor));
      }
    });
  }

  private Set<Tensor> withMemoryOfTheirOwn() {
    Set<Tensor> owners = new HashSet<>(program.outputs().values());
    owners.addAll(statesInPlace.keySet());
    for (Tensor node : program.order()) {
      if (node.primitive() instanceof Placeholder || node.primitive() instanceof Constant) {
        owners.add(node);
      }
    }
    return owners;
  }

  /** Returns the optimized program. */
  Program program() {
    return program;
  }

  NumberFormat format() {
    return format;
  }

  /** Returns the tasks in the order in which they run. */
  List<Task> tasks() {
    return tasks;
  }

  /** Returns what follows a product block by block, or null. */
  Follower follower(Task product) {
    return followers.get(product);
  }

  LoopPlan loop(Task.Loop task) {
    return loops.get(task);
  }

  /** Returns the state in whose memory a next state is computed, by the next state. */
  Map<Tensor, Tensor> statesInPlace() {
    return statesInPlace;
  }

  /** Returns the places of the temporary tensors. */
  ArenaPlan<Tensor> arena() {
    return arena;
  }
}
