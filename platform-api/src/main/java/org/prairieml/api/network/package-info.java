/**
 * Networks as graphs of layers, and activation functions.
 *
 * <p>Data flows channels last: a layer's neurons are the last axis, examples the first.
 */
package org.prairieml.api.network;
