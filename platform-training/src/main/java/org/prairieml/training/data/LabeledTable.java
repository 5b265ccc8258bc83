package org.prairieml.training.data;

import org.prairieml.graph.NdArray;

/**
 * Rows of features, each with a label.
 *
 * @param x features, [n, d]
 * @param y labels, [n]
 */
public record LabeledTable(NdArray x, NdArray y) {}
