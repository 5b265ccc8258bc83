/**
 * Where data come from: generators of published data sets, and readers of files that are not
 * NumPy's.
 */
package org.prairieml.training.data;
