package org.prairieml.engine.fuse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prairieml.engine.view.View;
import org.prairieml.graph.Tensor;

/** Merges loops over one space that share work, as far as the order of tasks allows. */
final class LoopMerger {

  /** How many earlier loops of the same space a loop is compared with. */
  private static final int HORIZON = 48;

  private final List<Task> tasks;
  private final Map<Tensor, Set<Integer>> writers = new HashMap<>();
  private final List<Set<Integer>> needs = new ArrayList<>();
  private final List<Set<Integer>> users = new ArrayList<>();

  LoopMerger(List<Task> tasks) {
    this.tasks = new ArrayList<>(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      int position = i;
      tasks
          .get(i)
          .writes()
          .forEach(t -> writers.computeIfAbsent(t, _ -> new HashSet<>()).add(position));
      needs.add(new HashSet<>());
      users.add(new HashSet<>());
    }
    for (int i = 0; i < tasks.size(); i++) {
      connect(i);
    }
  }

  private void connect(int position) {
    for (Tensor read : tasks.get(position).reads()) {
      for (int writer : writers.getOrDefault(read, Set.of())) {
        if (writer != position) {
          needs.get(position).add(writer);
          users.get(writer).add(position);
        }
      }
    }
  }

  /** Returns the merged tasks in an order in which they can run. */
  List<Task> merge() {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i) instanceof Task.Loop) {
        mergeIntoEarlier(i);
      }
    }
    return order();
  }

  private void mergeIntoEarlier(int late) {
    int seen = 0;
    for (int early = late - 1; early >= 0 && seen < HORIZON; early--) {
      if (tasks.get(early) instanceof Task.Loop before
          && tasks.get(late) instanceof Task.Loop after
          && before.sinks().getFirst().space().equals(after.sinks().getFirst().space())) {
        seen++;
        if (pays(before, after) && isAllowed(early, before, late, after)) {
          replace(early, before, late, after);
          // what was the earlier one now stands in the later one's place, and may go on
        }
      }
    }
  }

  private static boolean pays(Task.Loop before, Task.Loop after) {
    if (!before.expression().shares(after.expression())) {
      return false;
    }
    Set<Tensor> all = new HashSet<>(before.computed());
    all.addAll(after.computed());
    return Weight.of(all) <= Weight.LARGEST_LOOP;
  }

  private boolean isAllowed(int early, Task.Loop before, int late, Task.Loop after) {
    for (Map.Entry<Tensor, Source> read : after.sources().entrySet()) {
      if (before.writes().contains(read.getValue().base()) && !staysInPlace(before, read)) {
        return false;
      }
    }
    // an element of a table may be any of them
    return after.expression().tables().stream().noneMatch(before.writes()::contains)
        && !reachesThroughOthers(early, late)
        && !users.get(late).contains(early)
        && !reachesThroughOthers(late, early);
  }

  /** A value passes from one loop to the other in a register if both mean the same index. */
  private static boolean staysInPlace(Task.Loop before, Map.Entry<Tensor, Source> read) {
    Tensor base = read.getValue().base();
    return read.getKey() == base
        && read.getValue().view().equals(View.dense(base.shape()))
        && before.sinks().stream().anyMatch(s -> s.isPlain() && s.target() == base)
        && Nodes.isPointwise(base);
  }

  private boolean reachesThroughOthers(int early, int late) {
    Deque<Integer> open = new ArrayDeque<>(users.get(early));
    Set<Integer> seen = new HashSet<>(open);
    open.remove(late);
    while (!open.isEmpty()) {
      for (int user : users.get(open.pop())) {
        if (user == late) {
          return true;
        }
        if (seen.add(user)) {
          open.push(user);
        }
      }
    }
    return false;
  }

  private void replace(int early, Task.Loop before, int late, Task.Loop after) {
    tasks.set(late, before.merged(after));
    tasks.set(early, null);
    for (Tensor target : before.writes()) {
      writers.get(target).remove(early);
      writers.get(target).add(late);
    }
    for (int need : needs.get(early)) {
      users.get(need).remove(early);
      if (need != late) {
        users.get(need).add(late);
        needs.get(late).add(need);
      }
    }
    for (int user : users.get(early)) {
      needs.get(user).remove(early);
      if (user != late) {
        needs.get(user).add(late);
        users.get(late).add(user);
      }
    }
    needs.get(early).clear();
    users.get(early).clear();
  }

  /** Depth first: a merged loop may stand before something that it needs. */
  private List<Task> order() {
    List<Task> sorted = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i) != null) {
        place(i, done, sorted);
      }
    }
    return sorted;
  }

  private void place(int position, Set<Integer> done, List<Task> sorted) {
    if (done.add(position)) {
      needs.get(position).stream().sorted().forEach(need -> place(need, done, sorted));
      sorted.add(tasks.get(position));
    }
  }
}
