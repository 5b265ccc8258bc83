/** Analyzers: what can be said of a network with values. */
package org.prairieml.api.analysis;
