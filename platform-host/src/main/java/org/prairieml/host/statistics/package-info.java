/**
 * What an experiment says about groups of networks: summaries, comparisons, and tables of them.
 *
 * <p>Everything here is a function of its arguments; the values are records that are safe to share
 * between threads.
 */
package org.prairieml.host.statistics;
