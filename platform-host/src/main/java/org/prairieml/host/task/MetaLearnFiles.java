package org.prairieml.host.task;

import java.util.List;
import org.prairieml.api.training.LearnedActivation;
import org.prairieml.host.experiment.YamlWriter;
import org.prairieml.host.figures.BoxPlotFigure;
import org.prairieml.host.figures.CurvesFigure;
import org.prairieml.host.figures.EvolutionFigure;
import org.prairieml.host.figures.Scale;
import org.prairieml.host.run.RunFolder;

/**
 * The files of a meta-learning.
 *
 * @param folder the run's folder
 * @param gallery the folder's figures
 */
record MetaLearnFiles(RunFolder folder, Gallery gallery) {

  /** Writes each function, ready for a network's file, and the picture of how they evolved. */
  void functions(List<LearnedActivation> learned) {
    for (LearnedActivation function : learned) {
      folder.writeText(
          "activations/%s.%s.yaml".formatted(function.layer(), function.label()),
          YamlWriter.write(function.function().toPlain()));
    }
    if (!learned.isEmpty()) {
      gallery.draw("activations", () -> EvolutionFigure.of(learned));
    }
  }

  /** Writes the box plots and the training curves. */
  void comparison(Comparison comparison) {
    String metric = comparison.metric();
    List<TrainedGroup> groups = comparison.groups();
    gallery.draw(
        "groups",
        () -> BoxPlotFigure.of(metric, groups.stream().map(group -> group.box(metric)).toList()));
    gallery.draw(
        "curves",
        () ->
            CurvesFigure.of(
                metric, Scale.LINEAR, groups.stream().map(group -> group.curve(metric)).toList()));
  }
}
