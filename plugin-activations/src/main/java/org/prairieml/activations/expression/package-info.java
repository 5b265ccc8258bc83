/** Formulas: the tree, its two notations, its graph, and what may be said about it. */
package org.prairieml.activations.expression;
