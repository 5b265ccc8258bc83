package org.prairieml.api.analysis;

import java.util.Map;
import org.prairieml.api.Configured;
import org.prairieml.api.Options;
import org.prairieml.api.data.Dataset;
import org.prairieml.api.network.Network;
import org.prairieml.api.training.Loss;
import org.prairieml.graph.NdArray;

/**
 * What to analyze.
 *
 * @param network the network
 * @param parameters a value for every parameter, by name
 * @param dataset the examples on which
 * @param loss the loss whose surface it is
 * @param options values for the analyzer's options
 */
public record AnalysisTask(
    Network network,
    Map<String, NdArray> parameters,
    Dataset dataset,
    Configured<Loss> loss,
    Options options) {}
