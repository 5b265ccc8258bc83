package org.prairieml.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prairieml.api.Configured;
import org.prairieml.api.training.Trainer;
import org.prairieml.api.training.TrainingResult;
import org.prairieml.host.statistics.GroupComparison;

/**
 * What a meta-learning gave, as plain data and for people.
 *
 * @param trainer how the functions were learned
 * @param learned the meta-learning itself
 * @param comparison the groups of networks that were compared, if any were
 * @param outside by group, the share of preactivations outside of the captured interval
 */
record MetaLearnReport(
    Configured<Trainer> trainer,
    TrainingResult learned,
    Optional<Comparison> comparison,
    Map<String, Double> outside) {

  private static final double WORTH_SAYING = 0.01;

  /** Returns the report of the run. */
  RunReport toRunReport(List<String> notes) {
    List<String> lines =
        new ArrayList<>(completed() ? lines() : List.of("Meta-learning diverged."));
    lines.addAll(notes);
    return new RunReport(completed(), toPlain(), lines);
  }

  private boolean completed() {
    return learned.status() == TrainingResult.Status.COMPLETED;
  }

  private Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("task", "meta-learn");
    plain.put("status", completed() ? "completed" : "diverged");
    plain.put("trainer", trainer.toPlain());
    plain.put("meta", learned.metrics());
    comparison.ifPresent(compared -> {
      plain.put("metric", compared.metric());
      plain.put("groups", compared.groupsToPlain());
      plain.put("tests", compared.tests().stream().map(GroupComparison::toPlain).toList());
      plain.put("outside", outside);
    });
    Map<String, Object> functions = new LinkedHashMap<>();
    learned
        .activations()
        .forEach(f -> functions.put(f.layer() + "." + f.label(), f.function().toPlain()));
    plain.put("activations", functions);
    return plain;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    comparison.ifPresentOrElse(
        compared -> {
          lines.addAll(compared.lines());
          lines.add("");
          lines.addAll(Verdict.of(compared));
        },
        () -> lines.add("Meta-learning: " + learned.metrics()));
    outside.forEach((group, share) -> {
      if (share > WORTH_SAYING) {
        lines.add(
            String.format(
                Locale.ROOT,
                "In group '%s' %.1f %% of preactivations lay outside the captured interval.",
                group,
                100 * share));
      }
    });
    return lines;
  }
}
