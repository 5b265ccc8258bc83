/**
 * Where data come from: generators of published data sets, readers of files, and the sources that
 * offer both by name.
 */
package org.prairieml.training.data;
