package org.prairieml.api.analysis;

import java.util.Map;
import org.prairieml.graph.NdArray;

/**
 * What an analysis gave.
 *
 * @param values single numbers by name, such as {@code trace}
 * @param arrays arrays by name, such as {@code eigenvalues}
 */
public record AnalysisResult(Map<String, Double> values, Map<String, NdArray> arrays) {}
