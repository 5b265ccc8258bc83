package org.prairieml.api.data;

import org.prairieml.api.Configured;
import org.prairieml.api.dynamics.DynamicalSystem;
import org.prairieml.graph.NdArray;

/**
 * What is known of the motion behind a data set whose inputs are states and whose targets are their
 * rates of change.
 *
 * @param system the true law
 * @param starts states {@code [m, d]} at time 0 of the orbits that a learned law is judged by; m
 *     may be 0
 */
public record Motion(Configured<DynamicalSystem> system, NdArray starts) {}
