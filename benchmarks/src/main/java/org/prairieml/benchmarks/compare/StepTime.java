package org.prairieml.benchmarks.compare;

/**
 * The time of a step in microseconds.
 *
 * @param median the median over the rounds of their medians
 * @param min the least that any round has seen
 */
record StepTime(double median, double min) {}
