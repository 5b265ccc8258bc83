/** Puts measurements of several parties side by side: the half of {@code compare} that is Java. */
package org.prairieml.benchmarks.compare;
