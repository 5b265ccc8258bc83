package org.prairieml.api.data;

import org.prairieml.api.PrairieException;
import org.prairieml.graph.NdArray;
import org.prairieml.graph.Shape;

/** Checks that a split's inputs and targets belong together. */
record DatasetValidator(String name, Target target, Shape example) {

  void check(Dataset.Split split, String label) {
    checkShapes(split, label);
    checkFinite(split.x(), label, "input");
    switch (target) {
      case Target.Classes classes -> checkLabels(split.y(), classes.count(), label);
      case Target.Values _ -> checkFinite(split.y(), label, "target");
    }
  }

  private void checkShapes(Dataset.Split split, String label) {
    Shape inputs = example.insert(0, split.size());
    if (!split.x().shape().equals(inputs)) {
      throw problem(label, "inputs", inputs, split.x().shape());
    }
    Shape targets =
        switch (target) {
          case Target.Classes _ -> Shape.of(split.size());
          case Target.Values values -> Shape.of(split.size(), values.width());
        };
    if (!split.y().shape().equals(targets)) {
      throw problem(label, "targets", targets, split.y().shape());
    }
  }

  private PrairieException problem(String label, String what, Shape expected, Shape found) {
    return PrairieException.badInput(
        "Data set '%s', split '%s': %s should have shape %s, found %s."
            .formatted(name, label, what, expected, found));
  }

  private void checkFinite(NdArray values, String label, String what) {
    for (int i = 0; i < values.size(); i++) {
      if (!Double.isFinite(values.values()[i])) {
        int row = i / Math.max(1, values.shape().sizeBetween(1, values.shape().rank()));
        throw PrairieException.badInput(
            "Data set '%s', split '%s', row %d: %s %s is not a finite number."
                .formatted(name, label, row, what, values.values()[i]));
      }
    }
  }

  private void checkLabels(NdArray labels, int classes, String split) {
    for (int row = 0; row < labels.size(); row++) {
      double value = labels.values()[row];
      if (value != Math.rint(value) || value < 0 || value >= classes) {
        throw PrairieException.badInput(
            "Data set '%s', split '%s', row %d: label %s is not a whole number from 0 to %d."
                .formatted(name, split, row, value, classes - 1));
      }
    }
  }
}
