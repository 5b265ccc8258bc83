package org.prairieml.engine.nest;

import org.prairieml.engine.view.View;
import org.prairieml.graph.Tensor;

/**
 * A load, store or fold of a loop.
 *
 * @param base the tensor whose memory it is
 * @param view where in that memory, by index of the loop's space
 */
record Access(Tensor base, View view) {}
