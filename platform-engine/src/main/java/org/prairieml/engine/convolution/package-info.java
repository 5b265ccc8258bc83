/**
 * Convolutions and their gradients as matrix products on the tensors as they lie, without a copy of
 * the windows.
 */
package org.prairieml.engine.convolution;
