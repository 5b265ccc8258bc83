/**
 * Fused loops: one pass over two nested axes that loads, computes, stores and folds, as a class of
 * its own.
 */
package org.prairieml.engine.loop;
