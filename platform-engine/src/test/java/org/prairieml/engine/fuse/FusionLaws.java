package org.prairieml.engine.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.prairieml.graph.Concat;
import org.prairieml.graph.Program;
import org.prairieml.graph.Tensor;

/** What holds of the tasks of every program. */
final class FusionLaws {

  private final Program program;
  private final List<Task> tasks;

  FusionLaws(Program program) {
    this.program = program;
    this.tasks = Fusion.of(program);
  }

  /** Every part of a tensor is written before anything of it is read. */
  void assertTasksCanRunInTheirOrder() {
    for (int i = 0; i < tasks.size(); i++) {
      for (Tensor read : tasks.get(i).reads()) {
        int reader = i;
        assertThat(writers(read))
            .as("tasks that write %s, which task %d reads", read, reader)
            .allMatch(writer -> writer < reader);
        assertThat(Nodes.isLeaf(read) || !writers(read).isEmpty())
            .as("%s, which task %d reads, has been written", read, reader)
            .isTrue();
      }
    }
  }

  void assertResultsAreWritten() {
    for (Set<Tensor> results :
        List.of(Set.copyOf(program.outputs().values()), Set.copyOf(program.updates().values()))) {
      assertThat(results).allMatch(t -> Nodes.isLeaf(t) || !writers(t).isEmpty());
    }
  }

  void assertOnlyPartsAreWrittenApart() {
    for (Task task : tasks) {
      assertThat(task.writes())
          .allMatch(t -> writers(t).size() == 1 || t.primitive() instanceof Concat);
    }
  }

  void assertLoopsHaveOneSpace() {
    for (Task task : tasks) {
      if (task instanceof Task.Loop loop) {
        assertThat(loop.sinks())
            .extracting(Sink::space)
            .containsOnly(loop.sinks().getFirst().space());
      }
    }
  }

  void assertLoopsFitOneMethod() {
    tasks.forEach(FusionLaws::assertFitsOneMethod);
  }

  static void assertFitsOneMethod(Task task) {
    if (task instanceof Task.Loop loop) {
      assertThat(Weight.of(loop.computed())).isLessThanOrEqualTo(Weight.LARGEST_LOOP);
    }
  }

  private List<Integer> writers(Tensor tensor) {
    return IntStream.range(0, tasks.size())
        .filter(i -> tasks.get(i).writes().contains(tensor))
        .boxed()
        .toList();
  }
}
