package org.prairieml.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.engine.fuse.Nodes;
import org.prairieml.engine.fuse.Source;
import org.prairieml.engine.fuse.Task;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/**
 * Which updates of states can be written where the state stands: by a loop that itself reads the
 * state only at the index that it writes, after everybody else has read it.
 */
final class InPlaceUpdates {

  private final Program program;
  private final List<Task> tasks;
  private final Map<Tensor, Tensor> states = new HashMap<>();

  /**
   * Decides for a program.
   *
   * @param tasks in the order in which they run
   */
  InPlaceUpdates(Program program, List<Task> tasks) {
    this.program = program;
    this.tasks = tasks;
    Set<Tensor> twice = new HashSet<>(program.outputs().values());
    program
        .updates()
        .forEach((name, next) -> {
          Tensor state = program.states().get(name);
          if (twice.add(next) && !leaves(state) && canReplace(state, next)) {
            states.put(next, state);
          }
        });
  }

  /**
   * Returns the tasks with those at the end that nobody waits for, so that they come after all who
   * read what they may overwrite.
   */
  static List<Task> lastThingsLast(List<Task> tasks) {
    Set<Tensor> read = new HashSet<>();
    tasks.forEach(task -> read.addAll(task.reads()));
    List<Task> ordered = new ArrayList<>();
    List<Task> last = new ArrayList<>();
    for (Task task : tasks) {
      boolean waitedFor = task.writes().stream().anyMatch(read::contains);
      (waitedFor ? ordered : last).add(task);
    }
    ordered.addAll(last);
    return ordered;
  }

  /** Returns the state whose memory a tensor takes, by tensor. */
  Map<Tensor, Tensor> states() {
    return states;
  }

  /** Returns whether a state's old value is an output or another state's next one. */
  private boolean leaves(Tensor state) {
    return program.outputs().containsValue(state) || program.updates().containsValue(state);
  }

  private boolean canReplace(Tensor state, Tensor next) {
    int writer = writer(next);
    return writer >= 0
        && Nodes.isPointwise(next)
        && readsInPlace((Task.Loop) tasks.get(writer), state)
        && tasks.subList(writer + 1, tasks.size()).stream()
            .noneMatch(task -> task.reads().contains(state));
  }

  private int writer(Tensor next) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i) instanceof Task.Loop loop && loop.writes().contains(next)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean readsInPlace(Task.Loop loop, Tensor state) {
    Source own = new Source(state, View.dense(state.shape()));
    // What is only read may be read again after other results of the loop are stored.
    boolean computed =
        loop.sinks().stream().allMatch(sink -> loop.computed().contains(sink.root()));
    return computed
        && !loop.tables().contains(state)
        && loop.sinks().getFirst().space().equals(state.shape())
        && loop.sources().values().stream()
            .filter(source -> source.base() == state)
            .allMatch(own::equals);
  }
}
